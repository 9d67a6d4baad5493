import { createChangeFeed } from '../../data/changes';
import { fixedClock } from '../../data/clock';
import type { Change } from '../../data/services';
import { Presence } from './presence';

const NOW = new Date('2026-11-18T09:00:00Z');
const LIMITS = { viewing: 4_500, writing: 800, requesterWriting: 600 };
const look = (name: string, tabId: string, writing: 'reply' | 'note' | null = null, ticketId = 't1') => ({
  ticketId,
  deskId: 'abc',
  advisor: { id: name, name },
  tabId,
  writing,
});
const CHAT = { conversationId: 'c1', deskId: 'abc' };

let presence: Presence;
let changes: Change[];
beforeEach(() => {
  jest.useFakeTimers();
  const feed = createChangeFeed();
  changes = [];
  feed.subscribe((change) => changes.push(change));
  presence = new Presence(feed, fixedClock(NOW), LIMITS);
});
afterEach(() => {
  presence.close();
  jest.useRealTimers();
});

describe('who looks at a ticket', () => {
  test('one advisor once, however many windows she has; gone with the last of them', () => {
    presence.look(look('Nadia', 'a'));
    presence.look(look('Nadia', 'b', 'note'));
    presence.look(look('Pierre', 'c'));
    expect(presence.viewers('t1')).toEqual([
      { id: 'Nadia', name: 'Nadia', writing: 'note' },
      { id: 'Pierre', name: 'Pierre', writing: null },
    ]);
    presence.leave(look('Nadia', 'b'));
    expect(presence.viewers('t1')[0]).toEqual({ id: 'Nadia', name: 'Nadia', writing: null });
    presence.leave(look('Nadia', 'a'));
    expect(presence.viewers('t1').map(({ id }) => id)).toEqual(['Pierre']);
    expect(presence.viewers('t2')).toEqual([]);
  });

  test('lapses when nothing is heard any more, writing sooner than looking; both are told', () => {
    presence.look(look('Nadia', 'a', 'reply'));
    changes.length = 0;
    jest.advanceTimersByTime(LIMITS.writing);
    expect(presence.viewers('t1')).toMatchObject([{ writing: null }]);
    jest.advanceTimersByTime(LIMITS.viewing);
    expect(presence.viewers('t1')).toEqual([]);
    expect(changes).toEqual([
      { kind: 'presence', deskId: 'abc', ticketId: 't1', conversationId: null },
      { kind: 'presence', deskId: 'abc', ticketId: 't1', conversationId: null },
    ]);
  });

  test('said again, nothing is told, and it lasts', () => {
    presence.look(look('Nadia', 'a', 'reply'));
    changes.length = 0;
    for (let count = 0; count < 10; count += 1) {
      jest.advanceTimersByTime(LIMITS.writing / 2);
      presence.look(look('Nadia', 'a', 'reply'));
    }
    expect(changes).toEqual([]);
    expect(presence.viewers('t1')).toMatchObject([{ writing: 'reply' }]);
  });
});

describe('the requester', () => {
  test('is there while one of her windows is, and was seen when the last was closed', () => {
    const first = presence.chatOpened(CHAT);
    const second = presence.chatOpened(CHAT);
    first();
    first();
    expect(presence.requester('c1')).toEqual({ here: true, writing: false, lastSeenAt: NOW });
    second();
    expect(presence.requester('c1')).toEqual({ here: false, writing: false, lastSeenAt: NOW });
    expect(presence.requester('c2')).toEqual({ here: false, writing: false, lastSeenAt: null });
  });

  test('writes until she has written, or stops', () => {
    presence.requesterWriting(CHAT);
    presence.requesterWriting(CHAT);
    expect(presence.requester('c1').writing).toBe(true);
    expect(changes).toHaveLength(1);
    presence.requesterWrote(CHAT);
    expect(presence.requester('c1').writing).toBe(false);
    presence.requesterWriting(CHAT);
    jest.advanceTimersByTime(LIMITS.requesterWriting);
    expect(presence.requester('c1').writing).toBe(false);
    expect(changes).toHaveLength(4);
  });
});

describe('advisors who have Guichet open', () => {
  test('are told of to their desks only, once for all their windows', () => {
    const close = presence.advisorConnected({ id: 'Nadia', deskIds: ['abc'] });
    const closeAgain = presence.advisorConnected({ id: 'Nadia', deskIds: ['abc'] });
    presence.advisorConnected({ id: 'Julie', deskIds: ['oc-mentor'] });
    expect(presence.presentAdvisors(['abc'])).toEqual(['Nadia']);
    expect(presence.presentAdvisors(['abc', 'oc-mentor'])).toEqual(['Nadia', 'Julie']);
    close();
    close();
    expect(presence.presentAdvisors(['abc'])).toEqual(['Nadia']);
    closeAgain();
    expect(presence.presentAdvisors(['abc'])).toEqual([]);
    expect(changes.map((change) => change.kind === 'presence' && change.deskId)).toEqual([
      'abc',
      'oc-mentor',
      'abc',
    ]);
  });
});
