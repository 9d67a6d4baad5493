import { fixedClock } from '../../data/clock';
import { retryAfter } from './http';
import { createMeetings, type Meetings } from './meetings';
import { startGraphStub, type GraphStub } from './testing/graph-stub';

const NOW = new Date('2026-11-18T09:00:00Z');
const NADIA = '2f0a7c1e-0000-4000-8000-00000000000a';
const MARC = '2f0a7c1e-0000-4000-8000-00000000000b';

let stub: GraphStub;
let accounts: Record<string, string>;
let meetings: Meetings;
let clock: ReturnType<typeof fixedClock>;
beforeEach(async () => {
  accounts = { 'nadia@abc.example': NADIA, "marc.o'neil@abc.example": MARC };
  stub = await startGraphStub(accounts);
  clock = fixedClock(NOW);
  meetings = createMeetings(stub.config, clock);
});
afterEach(() => stub.stop());

const meeting = {
  externalId: 'appointment-1',
  advisorEmail: 'nadia@abc.example',
  subject: 'ABC Cours Particuliers R-2611-0001',
  startsAt: new Date('2026-11-24T13:00:00Z'),
  endsAt: new Date('2026-11-24T13:30:00Z'),
};

describe('a meeting on Teams', () => {
  it('is made for the advisor, at the time of the appointment', async () => {
    const link = await meetings.linkTo(meeting);
    expect(link).toMatch(/^https:\/\/teams\.microsoft\.com\//);
    expect([...stub.meetings]).toEqual([
      [
        `${NADIA} appointment-1`,
        {
          id: expect.any(String),
          joinWebUrl: link,
          body: {
            externalId: 'appointment-1',
            subject: 'ABC Cours Particuliers R-2611-0001',
            startDateTime: '2026-11-24T13:00:00.000Z',
            endDateTime: '2026-11-24T13:30:00.000Z',
          },
        },
      ],
    ]);
  });

  it('is the same when it is asked for again, as after a crash', async () => {
    const links = [await meetings.linkTo(meeting), await createMeetings(stub.config, clock).linkTo(meeting)];
    expect(new Set(links).size).toBe(1);
    expect(stub.meetings.size).toBe(1);
  });

  it('is made for the advisor whose account was made anew', async () => {
    await meetings.linkTo(meeting);
    accounts['nadia@abc.example'] = MARC;
    delete accounts["marc.o'neil@abc.example"];
    await meetings.linkTo({ ...meeting, externalId: 'appointment-2' });
    expect([...stub.meetings.keys()]).toContain(`${MARC} appointment-2`);
  });

  it('an address with a quote finds its advisor', async () => {
    await meetings.linkTo({ ...meeting, advisorEmail: "marc.o'neil@abc.example" });
    expect([...stub.meetings.keys()]).toEqual([`${MARC} appointment-1`]);
  });
});

describe('a meeting that nobody will come to', () => {
  it('is taken away, and stays away when that is asked for again', async () => {
    await meetings.linkTo(meeting);
    await meetings.close(meeting);
    expect(stub.meetings.size).toBe(0);
    await meetings.close(meeting);
    expect(stub.meetings.size).toBe(0);
  });

  it('of another appointment, or of another advisor, stays', async () => {
    await meetings.linkTo(meeting);
    await meetings.close({ ...meeting, externalId: 'appointment-2' });
    await meetings.close({ ...meeting, advisorEmail: "marc.o'neil@abc.example" });
    expect([...stub.meetings.keys()]).toEqual([`${NADIA} appointment-1`]);
  });

  it('of an advisor whom Microsoft does not know was never made', async () => {
    await meetings.close({ ...meeting, advisorEmail: 'nobody@abc.example' });
    expect(stub.made).toBe(0);
  });
});

describe('the token', () => {
  it('is fetched once for many calls, also at the same time', async () => {
    await Promise.all(['a', 'b', 'c'].map((externalId) => meetings.linkTo({ ...meeting, externalId })));
    await meetings.linkTo({ ...meeting, externalId: 'd' });
    expect(stub.tokens).toBe(1);
  });

  it('is renewed a minute before it ends', async () => {
    await meetings.linkTo(meeting);
    clock.set(new Date(NOW.getTime() + (3599 - 61) * 1000));
    await meetings.linkTo(meeting);
    expect(stub.tokens).toBe(1);
    clock.set(new Date(NOW.getTime() + (3599 - 60) * 1000));
    await meetings.linkTo(meeting);
    expect(stub.tokens).toBe(2);
  });

  it('that was withdrawn is replaced, once', async () => {
    await meetings.linkTo(meeting);
    stub.withdrawTokens();
    await meetings.linkTo({ ...meeting, externalId: 'other' });
    expect(stub.tokens).toBe(2);
  });

  it('a wrong secret is for the administrator to mend', async () => {
    const wrong = createMeetings({ ...stub.config, clientSecret: 'wrong' }, clock);
    await expect(wrong.verify()).rejects.toMatchObject({ name: 'TemporaryFailure', code: 'graph-401' });
    const nowhere = createMeetings({ ...stub.config, tenantId: 'nowhere' }, clock);
    await expect(nowhere.verify()).rejects.toMatchObject({ name: 'TemporaryFailure' });
    await expect(meetings.verify()).resolves.toBeUndefined();
  });
});

describe('when it cannot be made', () => {
  it.each([
    [429, 'TemporaryFailure'],
    [503, 'TemporaryFailure'],
    [403, 'TemporaryFailure'],
    [500, 'TemporaryFailure'],
    [400, 'PermanentFailure'],
    [404, 'PermanentFailure'],
  ])('%i is a %s', async (status, name) => {
    await meetings.linkTo(meeting);
    stub.troubles.push({ status }, { status });
    await expect(meetings.linkTo({ ...meeting, externalId: 'x' })).rejects.toMatchObject({
      name,
      code: `graph-${status}`,
    });
  });

  it('the wait that is asked for is passed on', async () => {
    stub.troubles.push({ status: 429, headers: { 'retry-after': '120' } });
    await expect(meetings.linkTo(meeting)).rejects.toMatchObject({ retryAfterMs: 120_000 });
  });

  it('an advisor whom Microsoft does not know needs a link by hand', async () => {
    const unknown = { ...meeting, advisorEmail: 'personne@abc.example' };
    await expect(meetings.linkTo(unknown)).rejects.toMatchObject({
      name: 'PermanentFailure',
      code: 'graph-advisor-unknown',
    });
  });

  it('nobody answers', async () => {
    await stub.stop();
    await expect(meetings.linkTo(meeting)).rejects.toMatchObject({ code: 'graph-unreachable' });
  });
});

it.each([
  ['120', 120_000],
  ['0', 0],
  ['Wed, 18 Nov 2026 09:01:00 GMT', 60_000],
  ['Wed, 18 Nov 2026 08:00:00 GMT', 0],
  ['999999', 3_600_000],
  ['soon', 0],
  [null, 0],
])('Retry-After %s is %i ms', (header, wait) => {
  expect(retryAfter(header, NOW.getTime())).toBe(wait);
});
