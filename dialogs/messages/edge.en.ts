import type { Messages } from '../messages.fr';
import type { edgeFr } from './edge.fr';

/** The English sentences that the edge says by itself, before or instead of the assistant: see ../messages.en.ts. */
export const edgeEn: Pick<Messages, keyof typeof edgeFr> = {
  edge: {
    fileNotBrought: (name) =>
      `The file ${name} could not be put there. Your advisor has been told; you can ask for it here.`,
    filesInPortal: (names, reference) =>
      `File attached: ${names}. Open it in the chat of your portal (request ${reference}).`,
    apology:
      'Your message is saved, but I could not answer it: an error occurred on our side. Write again in a moment, or ask to speak to someone.',
    whichDesk: 'Which desk would you like to write to?',
    filesWait: 'What you sent has arrived: I am keeping it for your request.',
    cardTaken: 'Noted, my answer is on its way.',
    openPrivate: 'Open the private chat',
    sharedWelcome:
      'Hello, I am Guichet, the assistant of your desk. Mention me here and I answer general questions in the thread. What concerns you personally is for our private chat: others can read this.',
    choices: (labels) => `Choices: ${labels}`,
    labelled: (label, value) => `${label}: ${value}`,
    progress: (done, of) => `${done} of ${of}`,
  },
  signIn: {
    spent: {
      title: 'This sign-in link no longer works',
      text: 'A sign-in link works once and expires after an hour. This one has been used, has expired or is incomplete.',
    },
    throttled: {
      title: 'Too many sign-in attempts',
      text: 'Several links that were refused have been tried from this address. Wait a minute, then open your link again.',
    },
    provider: {
      title: 'The sign-in service does not answer',
      text: 'The account of your organisation could not be checked for the moment. Try again in a few minutes, or sign in with a link.',
    },
    unfinished: {
      title: 'The sign-in was not completed',
      text: 'It took too long, was begun in another browser or was refused. Start again from the sign-in page.',
    },
    stranger: {
      title: 'This account is not an advisor’s',
      text: 'Your organisation knows you, but no advisor of Guichet has this verified address.',
    },
    newLink: 'Ask whoever administers Guichet for access. This command on the server prints a link:',
    command: 'npx guichet advisor add --name "Your name" --email you@example.com --desk abc --role advisor',
    back: 'Back to the sign-in page',
    orQueue: ', or to the queue of requests if you are signed in already.',
  },
};
