import { createChangeFeed } from './changes';
import type { Change } from './services';

const change: Change = { kind: 'activity', conversationId: 'c', sequence: 1 };

it('tells every listener until it has had enough', () => {
  const feed = createChangeFeed();
  const heard: string[] = [];
  const listener = (): number => heard.push('twice');
  const stopA = feed.subscribe(() => heard.push('a'));
  feed.subscribe(listener);
  feed.subscribe(listener);
  feed.publish(change);
  stopA();
  stopA();
  feed.publish(change);
  expect(heard).toEqual(['a', 'twice', 'twice', 'twice', 'twice']);
});

it('a listener that throws is reported and disturbs nobody', () => {
  const errors: unknown[] = [];
  const feed = createChangeFeed((error) => errors.push(error));
  const heard: Change[] = [];
  feed.subscribe(() => {
    throw new Error('broken screen');
  });
  feed.subscribe((told) => heard.push(told));
  feed.publish(change);
  expect(heard).toEqual([change]);
  expect(errors).toEqual([new Error('broken screen')]);
});
