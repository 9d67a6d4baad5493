import { content, LINK, nadia, TEAMS, type Changes } from '../mail/testing/letter-content';
import { appointmentEntry } from './appointment-entry';

describe('the calendar entry of the appointment', () => {
  const entry = (changes: Changes = {}) => appointmentEntry(content(changes), { method: 'publish' });

  it('says with whom, where and about what', () => {
    expect(entry()).toMatchObject({
      uid: '3f0c@guichet',
      sequence: 0,
      summary: 'Rendez-vous avec Nadia Benali (ABC Cours Particuliers)',
      description: 'Sujet : Ma paie de novembre\nRéférence : R-2611-0001',
      location: 'Nadia Benali vous appellera au 06 12 34 56 78',
      url: null,
    });
    expect(entry({ reader: nadia }).summary).toBe('Rendez-vous avec Camille Moreau');
  });

  it('promises no link in the place where one would be', () => {
    expect(entry({ appointment: TEAMS }).location).toBe('Sur Teams');
  });

  it('leads to the meeting', () => {
    expect(entry({ appointment: { ...TEAMS, meetingUrl: LINK } })).toMatchObject({
      location: LINK,
      url: LINK,
      description: expect.stringContaining(`Rejoindre la réunion : ${LINK}`),
    });
  });

  it('is taken out of the calendar of whoever does not meet her any more', () => {
    const was = new Date('2026-11-23T09:00:00Z');
    expect(entry({ reader: nadia, occasion: 'handed-over', was })).toMatchObject({
      cancelled: true,
      startsAt: was,
      endsAt: new Date('2026-11-23T09:30:00Z'),
    });
  });
});
