import { ApiFailure } from './api';
import { Resources } from './resources';

/** Answers that the test gives when it likes. */
function server() {
  const asked: { path: string; answer(data: unknown): Promise<void>; fail(error: Error): Promise<void> }[] =
    [];
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  const resources = new Resources(
    (path) =>
      new Promise((resolve, reject) => {
        asked.push({
          path,
          answer: (data) => (resolve(data), settled()),
          fail: (error) => (reject(error), settled()),
        });
      }),
  );
  const next = () => {
    const question = asked.shift();
    if (!question) throw new Error('nothing was asked');
    return question;
  };
  return { resources, asked, next };
}

test('what is shown is read once, and told to everybody who shows it', async () => {
  const { resources, asked, next } = server();
  const told: string[] = [];
  resources.subscribe('/a', () => told.push('one'));
  resources.subscribe('/a', () => told.push('two'));
  await next().answer(1);
  expect(resources.snapshot('/a')).toEqual({ data: 1, failure: null });
  expect(told).toEqual(['one', 'two']);
  // The second one came while the first answer was on its way: it is asked for once more, not at the same time.
  expect(asked).toHaveLength(1);
});

test('many changes at once cause one more reading, not many', async () => {
  const { resources, asked, next } = server();
  resources.subscribe('/a', () => undefined);
  for (let change = 0; change < 20; change += 1) resources.refresh();
  await next().answer(1);
  await next().answer(2);
  expect(asked).toEqual([]);
  expect(resources.snapshot('/a').data).toBe(2);
});

test('data stays when reading again fails, and the failure is known', async () => {
  const { resources, next } = server();
  resources.subscribe('/a', () => undefined);
  await next().answer('shown');
  resources.refresh();
  await next().fail(new ApiFailure(500, 'internal', 'Réessayez.'));
  expect(resources.snapshot('/a')).toMatchObject({ data: 'shown', failure: { code: 'internal' } });
  resources.refresh();
  await next().answer('again');
  expect(resources.snapshot('/a')).toEqual({ data: 'again', failure: null });
});

test('an answer that was asked for before a local change does not undo it', async () => {
  const { resources, next } = server();
  resources.subscribe('/a', () => undefined);
  await next().answer({ status: 'open' });
  resources.refresh();
  resources.update<{ status: string }>('/a', () => ({ status: 'solved' }));
  await next().answer({ status: 'open' });
  expect(resources.snapshot('/a').data).toEqual({ status: 'solved' });
  await next().answer({ status: 'solved', by: 'me' });
  expect(resources.snapshot('/a').data).toEqual({ status: 'solved', by: 'me' });
});

test('what nobody shows any more is forgotten when it changes, and read anew when shown', async () => {
  const { resources, asked, next } = server();
  const hide = resources.subscribe('/a', () => undefined);
  await next().answer(1);
  hide();
  resources.refresh((path) => path === '/b');
  expect(resources.snapshot('/a').data).toBe(1);
  resources.refresh();
  expect(asked).toEqual([]);
  expect(resources.snapshot('/a').data).toBeUndefined();
  resources.subscribe('/a', () => undefined);
  await next().answer(2);
  expect(resources.snapshot('/a').data).toBe(2);
});
