import { call, createListeners, earlyCalls, type GuichetApi } from './commands';
import { focusAfterClosing } from './focus';
import { lentTokens } from './lent-storage';
import { readOptions } from './options';
import { envelope, readFromChat, readToChat } from './protocol';
import { hostColours } from './colours';
import { colours } from '../design/tokens';

const SOURCE = 'https://guichet.example.org/widget.js';
const read = (data: Record<string, string>, language = 'fr-FR') => readOptions(data, SOURCE, language);

describe('the attributes of the script', () => {
  test('a desk is enough', () => {
    expect(read({ desk: 'abc' })).toEqual({
      ok: true,
      options: {
        desk: 'abc',
        origin: 'https://guichet.example.org',
        identity: null,
        locale: 'fr',
        position: 'right',
        open: false,
        label: 'Une question ?',
      },
    });
  });

  test('each can be set', () => {
    const data = {
      desk: ' oc-coach ',
      identity: 'a.b.c',
      locale: 'en-GB',
      position: 'left',
      open: '',
      label: 'Help',
    };
    expect(read(data)).toMatchObject({
      options: {
        desk: 'oc-coach',
        identity: 'a.b.c',
        locale: 'en',
        position: 'left',
        open: true,
        label: 'Help',
      },
    });
  });

  test('the page’s language decides where data-locale does not', () => {
    expect(read({ desk: 'abc' }, 'en')).toMatchObject({ options: { locale: 'en', label: 'A question?' } });
    expect(read({ desk: 'abc', locale: 'fr' }, 'en')).toMatchObject({ options: { locale: 'fr' } });
    expect(read({ desk: 'abc', open: 'false' })).toMatchObject({ options: { open: false } });
  });

  test.each([
    [{}, 'data-desk is missing'],
    [{ desk: '' }, 'data-desk is missing'],
    [{ desk: 'xyz' }, 'data-desk="xyz" is no desk'],
    [{ desk: 'ABC' }, 'data-desk="ABC" is no desk'],
  ])('%j: the problem says what to write', (data, problem) => {
    const result = read(data as Record<string, string>);
    expect(result).toMatchObject({ ok: false, problem: expect.stringContaining(problem) as string });
    expect(result).toHaveProperty(
      'problem',
      expect.stringContaining(`<script src="${SOURCE}" data-desk="abc"`),
    );
  });
});

describe('messages between the page and the frame', () => {
  test('arrive as they were sent', () => {
    const visible = { type: 'visible', visible: true, focus: false } as const;
    expect(readToChat(envelope(visible))).toEqual(visible);
    const configure = {
      type: 'configure',
      identity: 'a.b.c',
      kept: { 'guichet.token.abc.visitor': 't' },
    } as const;
    expect(readToChat(envelope(configure))).toEqual(configure);
    expect(readFromChat(envelope({ type: 'message', text: 'Bonjour' }))).toEqual({
      type: 'message',
      text: 'Bonjour',
    });
  });

  test.each([
    null,
    'ready',
    { type: 'ready' },
    { guichet: 2, type: 'ready' },
    { guichet: 1, type: 'eval', text: 'x' },
    { guichet: 1, type: 'draft', text: 7 },
    { guichet: 1, type: 'keep', name: 'guichet.token.abc.visitor' },
  ])('what others post is not read: %j', (data) => {
    expect(readFromChat(data)).toBeNull();
    expect(readToChat(data)).toBeNull();
  });

  test('an identity that is no text is nobody', () => {
    expect(
      readToChat({ guichet: 1, type: 'configure', identity: { sub: 'x' }, kept: { a: 1, b: 't' } }),
    ).toEqual({
      type: 'configure',
      identity: null,
      kept: { b: 't' },
    });
  });
});

describe('window.Guichet', () => {
  const spy = () => {
    const calls: unknown[][] = [];
    const note =
      (name: string) =>
      (...args: unknown[]) =>
        void calls.push([name, ...args]);
    const api = Object.fromEntries(
      ['open', 'close', 'toggle', 'identify', 'on', 'off'].map((name) => [name, note(name)]),
    ) as unknown as Omit<GuichetApi, 'push'>;
    return { api, calls };
  };

  test('calls made before the script had loaded are made in their order', () => {
    const { api, calls } = spy();
    earlyCalls([['identify', 'a.b.c'], 'nonsense', ['open']]).forEach((entry) => call(api, entry));
    expect(calls).toEqual([['identify', 'a.b.c'], ['open']]);
  });

  test('anything else that stood in window.Guichet is no call', () => {
    expect(earlyCalls(undefined)).toEqual([]);
    expect(earlyCalls({ length: 1, 0: ['open'] })).toEqual([]);
  });

  test('an unknown call says what there is and does nothing', () => {
    const { api, calls } = spy();
    const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    call(api, ['constructor']);
    expect(calls).toEqual([]);
    expect(error).toHaveBeenCalledWith(expect.stringContaining('Known: open, close'));
    error.mockRestore();
  });

  test('listeners hear their event until they are taken off', () => {
    const listeners = createListeners();
    const heard: unknown[] = [];
    const listener = (detail?: unknown) => void heard.push(detail);
    listeners.on('message', listener);
    listeners.emit('message', { text: 'a' });
    listeners.emit('open');
    listeners.off('message', listener);
    listeners.emit('message', { text: 'b' });
    expect(heard).toEqual([{ text: 'a' }]);
  });

  test('that fail are complained about, and stop neither the others nor what the page asked for', () => {
    const complaint = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const listeners = createListeners();
    const heard: string[] = [];
    listeners.on('open', () => {
      throw new Error('no analytics here');
    });
    listeners.on('open', () => void heard.push('second'));
    listeners.emit('open');
    expect(heard).toEqual(['second']);
    expect(complaint).toHaveBeenCalledWith(expect.stringMatching(/"open".*no analytics here/));
    complaint.mockRestore();
  });
});

describe('the focus, once the chat is closed', () => {
  const place = (name: string, isConnected = true) => ({ name, isConnected });
  const host = place('host');
  const body = place('body');
  const launcher = place('launcher');
  const field = place('field');

  test.each([
    ['goes back to what had it', host, field, field],
    ['goes to the button where that is gone from the page', host, place('gone', false), launcher],
    ['goes to the button where the chat opened by itself', host, null, launcher],
    ['goes to the button where nothing had it', body, body, launcher],
    ['stays where she writes, when the page closes the chat', field, field, null],
  ])('%s', (_what, active, before, target) => {
    expect(focusAfterClosing({ active, before, host, body, launcher })).toBe(target);
  });
});

describe('the storage that the host page lends', () => {
  const storage = (content: Record<string, string> = {}) =>
    Object.defineProperties(content, {
      getItem: { value: (name: string) => content[name] ?? null },
      setItem: { value: (name: string, value: string) => void (content[name] = value) },
    }) as unknown as Storage;

  test('takes tokens and shows nothing but them', () => {
    const host = storage({ cart: '3 books' });
    const lent = lentTokens(() => host);
    lent.keep('guichet.token.abc.visitor', 't1');
    lent.keep('cart', 'gone');
    expect(lent.all()).toEqual({ 'guichet.token.abc.visitor': 't1' });
    expect(host.getItem('cart')).toBe('3 books');
  });

  test('denied storage is an empty one', () => {
    const lent = lentTokens(() => {
      throw new Error('SecurityError');
    });
    lent.keep('guichet.token.abc.visitor', 't1');
    expect(lent.all()).toEqual({});
  });
});

test('the button wears the design system’s colours in light and dark', () => {
  for (const theme of ['light', 'dark'] as const) {
    expect(hostColours()).toContain(`--action:${colours[theme].action}`);
    expect(hostColours()).toContain(`--on-action:${colours[theme].onAction}`);
  }
});
