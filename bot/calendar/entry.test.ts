import fc from 'fast-check';
import ICAL from 'ical.js';
import { calendarText, uidOf, writeCalendar, type CalendarEntry } from './entry';

const ORGANIZER = { name: 'ABC Cours Particuliers', address: 'guichet@abc.example' };
const CAMILLE = { name: 'Camille Moreau', address: 'camille@exemple.fr' };

const entry = (change: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: uidOf('3f0c'),
  sequence: 0,
  startsAt: new Date('2026-11-24T13:00:00Z'),
  endsAt: new Date('2026-11-24T13:30:00Z'),
  cancelled: false,
  summary: 'Rendez-vous avec Nadia Benali',
  description: 'Sujet : ma paie',
  location: 'Microsoft Teams',
  url: null,
  stamp: new Date('2026-11-18T09:00:00Z'),
  purpose: { method: 'request', organizer: ORGANIZER, attendee: CAMILLE },
  ...change,
});

/** Reads a file as a calendar does. */
async function read(change: Partial<CalendarEntry> = {}) {
  const text = await writeCalendar(entry(change));
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const component = calendar.getFirstSubcomponent('vevent');
  if (component === null) throw new Error('no event');
  return { text, calendar, component, event: new ICAL.Event(component) };
}

describe('the calendar entry', () => {
  it('is an invitation with one identity, its instants in UTC', async () => {
    const { calendar, component, event } = await read();
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(event.uid).toBe('3f0c@guichet');
    expect(event.sequence).toBe(0);
    expect(component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(component.getFirstProperty('dtstart')?.toICALString()).toBe('DTSTART:20261124T130000Z');
    expect(component.getFirstProperty('dtend')?.toICALString()).toBe('DTEND:20261124T133000Z');
    expect(component.getFirstProperty('dtstamp')?.toICALString()).toBe('DTSTAMP:20261118T090000Z');
  });

  it('names who invites and who is invited, nobody else', async () => {
    const { component } = await read();
    const organizer = component.getFirstProperty('organizer');
    expect(organizer?.getFirstValue()).toBe('mailto:guichet@abc.example');
    expect(organizer?.getParameter('cn')).toBe('ABC Cours Particuliers');
    const attendees = component.getAllProperties('attendee');
    expect(attendees).toHaveLength(1);
    expect(String(attendees[0]?.getFirstValue()).toLowerCase()).toBe('mailto:camille@exemple.fr');
    expect(attendees[0]?.getParameter('partstat')).toBe('ACCEPTED');
    expect(attendees[0]?.getParameter('rsvp')).toBe('FALSE');
  });

  it('reminds ten minutes before', async () => {
    const alarm = (await read()).component.getFirstSubcomponent('valarm');
    expect(alarm?.getFirstPropertyValue('action')).toBe('DISPLAY');
    expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-PT10M');
    expect(alarm?.getFirstPropertyValue('description')).toBe('Rendez-vous avec Nadia Benali');
  });

  it('a cancelled one takes the same entry away, without an alarm', async () => {
    const { calendar, component, event } = await read({
      sequence: 2,
      cancelled: true,
      purpose: { method: 'cancel', organizer: ORGANIZER, attendee: CAMILLE },
    });
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event).toMatchObject({ uid: '3f0c@guichet', sequence: 2 });
    expect(component.getFirstSubcomponent('valarm')).toBeNull();
  });

  it('a file to download invites nobody', async () => {
    const { calendar, component } = await read({ purpose: { method: 'publish' } });
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(component.getFirstProperty('organizer')).toBeNull();
    expect(component.getFirstProperty('attendee')).toBeNull();
  });

  it.each([
    'https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0?context=%7b%22Tid%22%3a%22x%22%7d',
    'https://visio.exemple.fr/salle;nadia,camille?a=1&b=2',
  ])('the address of a meeting stays one: %s', async (url) => {
    const { component } = await read({ url });
    const written = String(component.getFirstPropertyValue('url'));
    expect(decodeURIComponent(written)).toBe(decodeURIComponent(url));
    expect(written).not.toContain('\\');
  });

  it('a name cannot end its quotes', async () => {
    const attendee = { name: 'Camille "Cam"\r\nMoreau;X=1:\\', address: 'camille@exemple.fr' };
    const { component } = await read({
      purpose: { method: 'request', organizer: ORGANIZER, attendee },
    });
    expect(component.getFirstProperty('attendee')?.getParameter('cn')).toBe("Camille 'Cam' Moreau;X=1:/");
  });
});

/** What somebody can type or paste: every script, emoji, control characters, and what has a meaning in the file. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        ';',
        ',',
        ':',
        '\\',
        '\\n',
        '"',
        '👩‍🏫',
        'é',
        'END:VEVENT',
        ' ',
        '\t',
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join('').slice(0, 1000));

it('any text comes back from the file as it went in', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, anyText, anyText, async (summary, description, location) => {
      const { event, calendar } = await read({ summary, description, location });
      expect(event.summary ?? '').toBe(calendarText(summary));
      expect(event.description ?? '').toBe(calendarText(description));
      expect(event.location ?? '').toBe(calendarText(location));
      expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1);
    }),
    { numRuns: 200 },
  );
});

it('no line is longer than 75 octets, and none cuts a character in two', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (description) => {
      const text = await writeCalendar(entry({ description }));
      const lines = text.split('\r\n');
      expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
      expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
      expect(Buffer.from(text).toString()).toBe(text);
    }),
    { numRuns: 100 },
  );
});
