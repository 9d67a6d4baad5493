import { edgeEn } from './messages/edge.en';
import { formEn } from './messages/form.en';
import { ticketEn } from './messages/ticket.en';
import { couponEn } from './messages/coupon.en';
import { appointmentEn } from './messages/appointment.en';
import { categoryEn } from './messages/category.en';
import { noticeEn } from './messages/notice.en';
import { reportEn } from './messages/report.en';
import { liveEn } from './messages/live.en';
import { mailEn } from './messages/mail.en';
import { teamsDeskEn } from './messages/teams-desk.en';
import { teamsIdentityEn } from './messages/teams-identity.en';
import { figuresEn } from './messages/figures.en';
import { letterEn } from './messages/letter.en';
import type { Messages } from './messages.fr';

/** Every sentence that the assistant says in English. The organisation's own terms stay in French, in quotes. */
export const en: Messages = {
  ...edgeEn,
  ...formEn,
  ...ticketEn,
  ...couponEn,
  ...appointmentEn,
  ...noticeEn,
  ...categoryEn,
  ...reportEn,
  ...mailEn,
  ...teamsDeskEn,
  ...teamsIdentityEn,
  ...figuresEn,
  ...letterEn,
  ...liveEn,
  common: {
    yes: 'Yes',
    no: 'No',
    confirm: 'Confirm',
    edit: 'Change',
    cancel: 'Cancel',
    skip: 'Skip',
    resume: 'Resume',
    human: 'Talk to someone',
    createRequest: 'Create a request',
    enterCoupon: 'Enter a "coupon"',
    bookAppointment: 'Book an appointment',
    somethingElse: 'Something else',
    today: 'Today',
    yesterday: 'Yesterday',
  },
  zones: {
    'Europe/Paris': 'Paris time',
    'Indian/Reunion': 'Réunion time',
    'America/Guadeloupe': 'Guadeloupe time',
    'America/Martinique': 'Martinique time',
    'America/Cayenne': 'French Guiana time',
    'Indian/Mayotte': 'Mayotte time',
    'Pacific/Noumea': 'Nouméa time',
    'Pacific/Tahiti': 'Tahiti time',
  },
  zoneOf: (city) => `${city} local time`,
  welcome: {
    known: (firstName, desk) =>
      `Hello ${firstName}. I am Guichet, the automatic assistant of ${desk}. Tell me what brings you here, in your own words.`,
    visitor: (desk) =>
      `Hello. I am Guichet, the automatic assistant of ${desk}. Tell me what brings you here, in your own words.`,
  },
  service: {
    greeting: 'Hello. What can I do for you?',
    privately: 'This concerns you personally, and others can read here: it goes on in our private chat.',
    thanks: 'You are welcome. Write whenever you like.',
    goodbye: 'Goodbye. I am here if you need me.',
    help: (topics) =>
      `I answer questions about ${topics}. I read your records when they decide the answer. When I do not know, I pass it on to a person. At any time: "back", "cancel", "start over", "talk to someone".`,
    helpTopics: {
      abc: 'your "coupons", your pay, your assignments and your appointments',
      ogestion: 'your access to oGestion, your training files and your payments',
      'oc-mentor': 'your sessions, your students, invoicing and your payments',
      'oc-coach': 'your sessions, your students, invoicing and your payments',
    },
    botIdentity:
      'I am a program, not a person. I answer from the rules of the organisation and your records, and I hand over to someone when that is needed.',
    acknowledged: 'All right. Write whenever you like.',
    thanksInForm: 'You are welcome.',
    greetingInForm: 'Hello.',
    nothingToCancel: 'There is nothing to cancel.',
    nothingToGoBack: 'There is no previous question. What can I do for you?',
    nothingToRestart: 'We start from scratch. What can I do for you?',
    nothingToResume: 'There is nothing to resume. What can I do for you?',
    nothingToConfirm: 'There is nothing to confirm at the moment. What can I do for you?',
    alreadyDone: (reference) => `That is already saved, under the reference ${reference}.`,
  },
  tone: {
    annoyed: 'I understand that this is annoying.',
    distressed: 'What you describe sounds hard. You can ask for a person at any time.',
    inDanger:
      'What you write matters, and I am a program: a person has to read it. If this is an emergency, call the emergency services or somebody near you. Your message is ready to go:',
    insulted: 'I will keep to your request.',
    insultedAsk: 'I will keep to your request. What do you need?',
  },
  answer: {
    helped: 'That helped',
    notHelped: 'Not really',
    gladToHelp: 'Good. Anything else?',
    nextBest: 'Perhaps this instead:',
    toPerson: 'I have no better answer. I can pass your request on to a person.',
    noArticle: (title) =>
      `You are asking about "${title}". I do not have a sure answer on that yet. I can pass your request on to a person.`,
    second: (title) => `You also mentioned "${title}". Shall we look at it?`,
    secondYes: 'Yes, show the answer',
    factMissed: 'I did not recognise your answer. Choose what applies:',
    factUnknownAnswer: 'Without that I cannot decide. A person can check for you.',
    startCoupon: 'Enter a "coupon" now',
    startAppointment: 'Book an appointment now',
  },
  clarify: {
    didYouMean: 'Do you mean…',
    rephrase: 'All right. Say it in other words, or choose:',
  },
  fallback: {
    outOfScope:
      'I cannot answer that: I only deal with what concerns your work here. A person can read you if you wish.',
    again: 'I still do not understand. Here is what I can answer:',
    person:
      'I do not understand, and I do not want to waste your time: here is your request, ready to go to a person.',
    stillPerson: 'I did not understand. A person can read you.',
  },
  input: {
    empty: 'Your message arrived empty. Tell me what you need.',
    tooLong: 'Your message is too long for me to read in full. Tell me the essentials in a few sentences.',
    binary: 'I could not read this message: it is not text. Write your request in a few words.',
    emoji: 'I cannot read emoji alone. Write your request in a few words.',
    otherScript: 'I read French and English. Could you write in one of these two languages?',
    orPerson: 'Otherwise a person can read you.',
    kept: 'What you had already filled in is kept.',
    tooLarge: (name) =>
      `The file "${name}" is larger than 10 MB: it was not received. Send a lighter version.`,
    forbiddenType: (name) =>
      `The file "${name}" is not of an accepted type. Send an image, a PDF or a document.`,
    unreadableFile: (name) => `The file "${name}" could not be read. Could you send it again?`,
    quoted: (name) => `"${name}"`,
    fileReceived: (names) => `I have received ${names}: I will attach it to your request.`,
    maskedWhere:
      'I do not know where it is entered here. A person can tell you, and does not need the number.',
    masked:
      'I have masked the number that you wrote: an IBAN or a social-security number is never sent by message.',
  },
};
