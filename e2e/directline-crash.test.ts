import { randomUUID } from 'node:crypto';
import type { AppointmentView, CouponView, TicketDetail } from '../bot/advisor-api/contract';
import { AdvisorClient } from './directline-advisor';
import { TutorClient, type Said } from './directline-client';
import { ServerProcess } from './directline-server';

/** Wednesday, in office hours: yesterday was a day of lessons, tomorrow is one of appointments. */
const NOW = new Date('2026-11-18T10:00:00+01:00');
const PORT = 4290;

/** What she answers to each question of the ticket, by the question's slot. */
const TICKET_ANSWERS: Readonly<Record<string, string>> = { month: 'octobre 2026' };

let server: ServerProcess;
let tutor: TutorClient;
beforeAll(async () => {
  server = await ServerProcess.start(PORT, NOW);
});
afterAll(async () => {
  tutor?.end();
  expect(await server.stop()).toBe(0);
});

/** The server dies as by a power cut and comes back; the client finds it by itself. */
async function crash(): Promise<void> {
  await server.kill();
  await server.startAgain();
}

async function fillTicket(question: Said): Promise<Said> {
  let asked = question;
  for (let n = 0; n < 10 && asked.guichet.slot !== undefined; n += 1) {
    asked = await tutor.say(TICKET_ANSWERS[asked.guichet.slot] ?? 'deux coupons, le 3 et le 5 octobre');
  }
  return asked;
}

it('a conversation by the official client survives SIGKILL in mid-form, and every message comes exactly once', async () => {
  tutor = await TutorClient.open(server.url, 'abc-camille');

  // A late payment is recognised and answered from her records; it does not help.
  const answer = await tutor.say('jai pa été payé');
  expect(answer.guichet.topic).toBe('abc.pay-missing');
  const question = await tutor.say('Pas vraiment');
  expect(question.guichet).toMatchObject({ form: 'ticket', slot: 'month' });

  // In mid-form.
  await crash();
  const readBack = await fillTicket(question);
  expect(readBack.text).toContain('octobre 2026');
  const receipt = await tutor.say('oui');
  const reference = String(receipt.guichet.ticket);
  expect(receipt.text).toContain(reference);

  // The advisor sees it and replies; the reply comes into the open chat.
  const advisor = await AdvisorClient.signIn(server.url, server.signInLink);
  const ticket = await advisor.get<TicketDetail>(`/tickets/${reference}`);
  expect(ticket.facts.map((fact) => fact.value)).toContain('octobre 2026');
  await advisor.post(`/tickets/${reference}/messages`, {
    kind: 'reply',
    text: 'Votre virement est parti ce matin.',
    clientId: randomUUID(),
  });
  expect((await tutor.hear('Votre virement est parti ce matin.')).guichet.ticket).toBe(reference);

  // Between the moment the message is stored and its answer.
  await tutor.say('cours avec Léa hier de 14h à 16h');
  const confirmed = await tutor.post('oui');
  await crash();
  const [coupon, ...others] = await tutor.answersTo(confirmed);
  expect(others).toEqual([]);
  expect(coupon?.text).toMatch(/C-2611-\d{4}/);
  const { coupons } = await advisor.get<{ coupons: CouponView[] }>('/coupons');
  expect(coupons.filter(({ startsAt }) => startsAt.startsWith('2026-11-17T13:00'))).toHaveLength(1);

  // A message posted while the server is away.
  await server.kill();
  const posting = tutor.post('je voudrais un rendez-vous demain matin par téléphone');
  await server.startAgain();
  const subject = (await tutor.answersTo(await posting)).at(-1);
  expect(subject?.guichet).toMatchObject({ form: 'appointment', slot: 'subject' });
  const slots = await tutor.say('mon virement d’octobre');
  expect(slots.guichet.slot).toBe('slot');
  let booked = await tutor.say('10 h');
  if (booked.guichet.slot !== undefined) booked = await tutor.say('06 39 98 00 00');
  booked = await tutor.say('oui');
  expect(booked.text).toMatch(/R-2611-\d{4}|RDV|rendez-vous/i);
  const { appointments } = await advisor.get<{ appointments: AppointmentView[] }>('/appointments');
  expect(appointments.filter(({ startsAt }) => startsAt.startsWith('2026-11-19T09:00'))).toHaveLength(1);

  // What the client was given is what the server keeps: nothing missing, nothing twice, nothing out of order.
  const kept = await fetch(
    `${server.url}/v3/directline/conversations/${tutor.conversationId}/activities?watermark=`,
    { headers: { authorization: `Bearer ${tutor.token()}` } },
  );
  const { activities } = (await kept.json()) as { activities: { id: string; text: string }[] };
  expect(tutor.received.map(({ id }) => id)).toEqual(activities.map(({ id }) => id));
  expect(new Set(activities.map(({ id }) => id)).size).toBe(activities.length);
  expect(activities.filter(({ text }) => text === 'oui')).toHaveLength(3);
});
