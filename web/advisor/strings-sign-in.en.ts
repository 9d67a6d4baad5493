import type { signInFr } from './strings-sign-in.fr';

/** How advisors get in, in English: see strings.en.ts. */
export const signInEn: typeof signInFr = {
  signedOut: {
    title: 'Sign in to your queue',
    openId: 'Continue with your organisation’s account',
    or: 'or',
    email: 'E-mail address',
    password: 'Password',
    submit: 'Sign in',
    submitting: 'Signing in…',
    wrong: 'Wrong address or password.',
    tooMany: (minutes) =>
      `Too many attempts. Try again in ${minutes} minute${minutes > 1 ? 's' : ''}, or use a sign-in link.`,
    failed: 'The sign-in could not be checked. Try again in a moment.',
    link: 'First sign-in, or password forgotten?',
    linkText:
      'A sign-in link opens the queue; it is valid for an hour and only once. At the first start it is printed on the server’s console. Later, whoever administers Guichet makes one with this command:',
    command: 'npx guichet advisor add --name "Your name" --email you@example.org --desk abc --role advisor',
    copy: 'Copy the command',
    copied: 'Command copied.',
    retry: 'I have opened my link',
  },
  passwordDialog: {
    title: 'Password',
    lead: {
      set: 'With a password you get in without a sign-in link.',
      change: 'Your other sessions will be closed.',
    },
    current: 'Current password',
    next: 'New password',
    hint: 'At least 12 characters. Several unrelated words make a good password.',
    save: 'Save',
    cancel: 'Cancel',
    done: 'Password saved.',
  },
};
