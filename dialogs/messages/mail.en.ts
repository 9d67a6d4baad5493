import type { Messages } from '../messages.fr';
import type { mailFr } from './mail.fr';

/** Every English sentence of the mails and calendar entries about an appointment: see ../messages.en.ts. */
export const mailEn: Pick<Messages, keyof typeof mailFr> = {
  mail: {
    hello: (name) => `Hello ${name},`,
    at: (date, clock) => `${date} at ${clock}`,
    span: (date, from, to) => `${date}, ${from} to ${to}`,
    inZone: (when, zone) => `${when} (${zone})`,
    parisBeside: (when, zone, paris) => `${when} (${zone}; ${paris} in Paris)`,
    subject: {
      booked: (when) => `Appointment confirmed: ${when}`,
      moved: (when) => `Appointment moved: ${when}`,
      cancelled: (when) => `Appointment cancelled: ${when}`,
      link: (when) => `Link to your appointment: ${when}`,
      handedOver: (when) => `Appointment taken over by someone else: ${when}`,
      reminder: (when) => `Reminder of your appointment: ${when}`,
      with: (subject, person) => `${subject}, ${person}`,
    },
    requester: {
      booked: (advisor) => `Your appointment with ${advisor} is booked.`,
      movedByHer: (advisor) => `You have moved your appointment with ${advisor}.`,
      moved: (advisor) => `Your appointment with ${advisor} has been moved.`,
      cancelledByHer: (advisor) => `You have cancelled your appointment with ${advisor}.`,
      cancelled: (advisor) => `Your appointment with ${advisor} has been cancelled.`,
      link: (advisor) => `Here is the link to your appointment with ${advisor}.`,
      reminder: (advisor) => `A reminder: you have an appointment with ${advisor}.`,
      phone: (advisor, phone) => `${advisor} will call you on ${phone}`,
      teams: 'On Teams',
      teamsLater: 'On Teams. The link is not ready yet: you will receive it as soon as it is.',
      change: 'To move or cancel it, write in the chat: "move my appointment" or "cancel my appointment".',
      another: 'To book another one, write in the chat: "book an appointment".',
    },
    advisor: {
      booked: (person) => `${person} has booked an appointment with you.`,
      movedByHer: (person) => `${person} has moved the appointment.`,
      moved: (person) => `The appointment with ${person} has been moved.`,
      cancelledByHer: (person) => `${person} has cancelled the appointment.`,
      cancelled: (person) => `The appointment with ${person} has been cancelled.`,
      link: (person) => `The link for the appointment with ${person} is saved.`,
      handedOver: (person, advisor) =>
        `This appointment with ${person} is no longer yours: ${advisor} takes it over.`,
      phone: (phone) => `By phone, on ${phone}`,
      teams: 'On Teams',
      teamsLater: 'On Teams. The link is still to be added in the agenda.',
      agenda: 'Open the agenda',
    },
    was: (when) => `It was to be ${when}.`,
    reason: (reason) => `Reason: ${reason}`,
    labels: { when: 'When', with: 'With', how: 'How', subject: 'Subject', reference: 'Reference' },
    join: 'Join the meeting',
    labelled: (label, value) => `${label}: ${value}`,
    attached: 'The appointment is attached to this message: open it to add it to your calendar.',
    attachedAgain: 'The attached entry updates your calendar.',
    attachedCancelled: 'The attached entry takes it out of your calendar.',
    foot: (organisation) =>
      `Automatic message from Guichet for ${organisation}. Nobody reads answers sent to this address.`,
    calendar: {
      add: 'Add to my calendar',
      requester: (advisor, organisation) => `Appointment with ${advisor} (${organisation})`,
      advisor: (person) => `Appointment with ${person}`,
    },
  },
};
