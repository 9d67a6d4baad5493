import fc from 'fast-check';
import ICAL from 'ical.js';
import type { Appointment } from '../../data/appointments/types';
import { openTestData, type TestData } from '../../data/testing';
import { silentLog } from '../log';
import { createServer } from '../server';
import { createSigningKeys } from '../signing-keys';
import { calendarRoute } from './download-route';
import { createCalendarLinks, LINK_DAYS, type CalendarLinks } from './link';

const PUBLIC_URL = 'https://guichet.example';
const OLD_KEY = 'o'.repeat(40);
const DAY = 86_400_000;

let data: TestData;
let links: CalendarLinks;
let server: ReturnType<typeof createServer>;
let url: string;
let booked: Appointment;

const linksWith = (...keys: string[]) =>
  createCalendarLinks({ keys: createSigningKeys(keys), clock: data.clock, publicUrl: PUBLIC_URL });

beforeEach(async () => {
  data = await openTestData();
  links = linksWith('k'.repeat(40), OLD_KEY);
  server = createServer({
    routes: [calendarRoute({ ...data.services, links, clock: data.clock })],
    config: { publicUrl: PUBLIC_URL, mode: 'demo', host: null },
    log: silentLog,
    upgrade: () => false,
  });
  url = `http://127.0.0.1:${await server.listen(0)}`;
  booked = await book('abc-camille', '2026-11-24T13:00:00Z');
});
afterEach(async () => {
  await server.close();
  await data.close();
});

async function book(personId: string, startsAt: string): Promise<Appointment> {
  const result = await data.services.appointments.book({
    idempotencyKey: startsAt,
    deskId: 'abc',
    personId,
    advisorId: 'advisor-abc-1',
    startsAt: new Date(startsAt),
    channel: 'phone',
    phone: '0639980101',
    subject: 'Mon contrat',
    now: data.clock.now(),
  });
  if (!result.ok) throw new Error(result.fault.code);
  return result.value;
}

/** Opens a link as a browser does, at the address of the test's server. */
const open = (link: string) => fetch(link.replace(PUBLIC_URL, url));

async function eventOf(answer: Response) {
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()) as unknown[]);
  const component = calendar.getFirstSubcomponent('vevent');
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: component?.getFirstPropertyValue('uid'),
    sequence: component?.getFirstPropertyValue('sequence'),
    status: component?.getFirstPropertyValue('status'),
    start: component?.getFirstProperty('dtstart')?.toICALString(),
  };
}

describe('the link on a receipt', () => {
  it('brings the appointment as a file for her calendar', async () => {
    const answer = await open(links.linkTo(booked.reference));
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'content-disposition': `attachment; filename="${booked.reference}.ics"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(await eventOf(answer)).toEqual({
      method: 'PUBLISH',
      uid: `${booked.id}@guichet`,
      sequence: 0,
      status: 'CONFIRMED',
      start: 'DTSTART:20261124T130000Z',
    });
  });

  it('brings it as it is now: the same entry, cancelled', async () => {
    await data.services.appointments.cancel({
      appointmentId: booked.id,
      by: { kind: 'requester', id: 'abc-camille' },
      now: data.clock.now(),
    });
    expect(await eventOf(await open(links.linkTo(booked.reference)))).toMatchObject({
      uid: `${booked.id}@guichet`,
      sequence: 1,
      status: 'CANCELLED',
    });
  });

  it('expires', async () => {
    const link = links.linkTo(booked.reference);
    const made = data.clock.now().getTime();
    data.clock.set(new Date(made + LINK_DAYS * DAY - 1000));
    expect((await open(link)).status).toBe(200);
    data.clock.set(new Date(made + LINK_DAYS * DAY));
    const expired = await open(link);
    expect([expired.status, ((await expired.json()) as { error: { code: string } }).error.code]).toEqual([
      403,
      'TokenExpired',
    ]);
  });

  it('opens no other appointment', async () => {
    const other = await book('abc-sofiane', '2026-11-24T15:00:00Z');
    const token = new URL(links.linkTo(booked.reference)).searchParams.get('token');
    const answer = await open(`${PUBLIC_URL}/api/appointments/${other.reference}.ics?token=${token}`);
    expect(answer.status).toBe(403);
  });

  it('made with the key of before opens still, with a foreign one never', async () => {
    expect((await open(linksWith(OLD_KEY).linkTo(booked.reference))).status).toBe(200);
    expect((await open(linksWith('x'.repeat(40)).linkTo(booked.reference))).status).toBe(403);
  });

  it.each(['', '?token=', '?token=.', '?token=zzzz.zzzz', '?token=%00', '?token=NaN.x'])(
    'without a token that is ours, there is nothing: %s',
    async (query) => {
      expect((await open(`${PUBLIC_URL}/api/appointments/${booked.reference}.ics${query}`)).status).toBe(403);
    },
  );

  it('to what does not exist, or is no calendar file', async () => {
    expect((await open(links.linkTo('R-2611-9999'))).status).toBe(404);
    const link = links.linkTo(booked.reference);
    expect((await open(link.replace('.ics', ''))).status).toBe(404);
  });
});

it('no token that differs from ours in any way opens', () => {
  const reference = 'R-2611-0001';
  const token = new URL(links.linkTo(reference)).searchParams.get('token') ?? '';
  fc.assert(
    fc.property(fc.nat({ max: token.length - 1 }), fc.constantFrom(...'0aAzZ9_-.'), (at, character) => {
      const changed = token.slice(0, at) + character + token.slice(at + 1);
      fc.pre(changed !== token);
      // The last letter of a signature holds two bits that mean nothing.
      fc.pre(at < token.length - 1);
      expect(links.opens(reference, changed)).toBe('forged');
    }),
  );
});
