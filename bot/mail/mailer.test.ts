import { createServer, type AddressInfo } from 'node:net';
import { createMailer, type Mail, type Mailer } from './mailer';
import { startSmtpSink, type SmtpSink } from './testing/smtp-sink';

const FROM = { name: '', address: 'guichet@abc.example' };
const QUICK = { connect: 300, silence: 300, whole: 600 };

const mail = (change: Partial<Mail> = {}): Mail => ({
  to: { name: 'Camille Moreau', address: 'camille@exemple.fr' },
  senderName: 'ABC Cours Particuliers',
  subject: 'Rendez-vous confirmé : mardi 24 novembre à 14 h',
  text: 'Bonjour Camille,\n\nVotre rendez-vous est réservé.',
  html: '<p>Bonjour Camille,</p><p>Votre rendez-vous est réservé.</p>',
  id: 'a1.0.booked.person',
  threadId: null,
  calendar: null,
  ...change,
});

let sink: SmtpSink;
let mailer: Mailer;
beforeEach(async () => {
  sink = await startSmtpSink();
  mailer = createMailer({ smtpUrl: sink.url, from: FROM }, QUICK);
});
afterEach(async () => {
  mailer.close();
  await sink.stop();
});

describe('a mail', () => {
  it('arrives with its words, from the desk, marked as written by a machine', async () => {
    await mailer.send(mail());
    const [received] = sink.received;
    expect(received).toMatchObject({
      from: 'guichet@abc.example',
      to: ['camille@exemple.fr'],
      email: {
        from: { name: 'ABC Cours Particuliers', address: 'guichet@abc.example' },
        to: [{ name: 'Camille Moreau', address: 'camille@exemple.fr' }],
        subject: 'Rendez-vous confirmé : mardi 24 novembre à 14 h',
        messageId: '<a1.0.booked.person@abc.example>',
      },
    });
    expect(received?.email.text?.trim()).toBe('Bonjour Camille,\n\nVotre rendez-vous est réservé.');
    expect(received?.email.html?.trim()).toBe(mail().html);
    const header = (key: string) => received?.email.headers.find((one) => one.key === key)?.value;
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(header('in-reply-to')).toBeUndefined();
  });

  it('keeps the name that MAIL_FROM gives', async () => {
    mailer = createMailer({ smtpUrl: sink.url, from: { ...FROM, name: 'Service intervenants' } }, QUICK);
    await mailer.send(mail());
    expect(sink.received[0]?.email.from).toMatchObject({ name: 'Service intervenants' });
  });

  it('belongs to the thread of the first one', async () => {
    await mailer.send(mail({ id: 'a1.1.moved.person', threadId: 'a1.0.booked.person' }));
    expect(sink.received[0]?.email).toMatchObject({
      inReplyTo: '<a1.0.booked.person@abc.example>',
      references: '<a1.0.booked.person@abc.example>',
    });
  });

  it('carries the calendar twice: as an invitation that calendars act on, and as a file', async () => {
    await mailer.send(mail({ calendar: { method: 'REQUEST', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR' } }));
    const [received] = sink.received;
    expect(received?.raw).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST/m);
    const files = received?.email.attachments.map(({ filename, mimeType }) => ({ filename, mimeType }));
    expect(files).toContainEqual({ filename: 'rendez-vous.ics', mimeType: 'application/ics' });
  });

  it('cannot be given another addressee or header by what somebody typed', async () => {
    const name = 'Camille\r\nBcc: autre@exemple.fr';
    await mailer.send(mail({ to: { name, address: 'camille@exemple.fr' }, subject: 'a\r\nX-Evil: 1' }));
    const [received] = sink.received;
    expect(sink.asked).toEqual(['camille@exemple.fr']);
    expect(received?.email.headers.map(({ key }) => key)).not.toEqual(expect.arrayContaining(['x-evil']));
    expect(received?.email.bcc).toBeUndefined();
  });

  it('several share connections', async () => {
    for (const id of ['a', 'b', 'c']) await mailer.send(mail({ id }));
    await Promise.all(['d', 'e', 'f'].map((id) => mailer.send(mail({ id }))));
    expect(sink.received).toHaveLength(6);
  });
});

describe('when it cannot be sent', () => {
  it.each([
    [550, 'PermanentFailure'],
    [553, 'PermanentFailure'],
    [450, 'TemporaryFailure'],
    [452, 'TemporaryFailure'],
  ])('an addressee refused with %i is a %s', async (code, name) => {
    sink.answer = () => ({ code, text: 'no' });
    await expect(mailer.send(mail())).rejects.toMatchObject({ name, code: `mail-${code}` });
  });

  it('a message refused with 554 is given up, with 451 tried again', async () => {
    sink.answerMessage = () => ({ code: 554, text: 'looks like spam' });
    await expect(mailer.send(mail())).rejects.toMatchObject({ name: 'PermanentFailure' });
    sink.answerMessage = () => ({ code: 451, text: 'later' });
    await expect(mailer.send(mail())).rejects.toMatchObject({ name: 'TemporaryFailure' });
  });

  it('what the server said is not repeated: it can hold the address', async () => {
    sink.answer = () => ({ code: 550, text: 'camille@exemple.fr does not exist' });
    const error = await mailer.send(mail()).catch((caught: unknown) => caught);
    expect(String((error as Error).message)).toBe('mail-550');
  });

  it('a password that is refused is for the administrator to mend: tried again', async () => {
    const guarded = await startSmtpSink({ login: { user: 'guichet', pass: 'right' } });
    const wrong = createMailer({ smtpUrl: guarded.url.replace('right', 'wrong'), from: FROM }, QUICK);
    await expect(wrong.send(mail())).rejects.toMatchObject({ name: 'TemporaryFailure', code: 'mail-535' });
    await expect(wrong.verify()).rejects.toThrow();
    const right = createMailer({ smtpUrl: guarded.url, from: FROM }, QUICK);
    await right.verify();
    await right.send(mail());
    expect(guarded.received).toHaveLength(1);
    wrong.close();
    right.close();
    await guarded.stop();
  });

  it('a server that is away is tried again, and has the mail once it is back', async () => {
    const port = Number(new URL(sink.url).port);
    await sink.stop();
    await expect(mailer.send(mail())).rejects.toMatchObject({ name: 'TemporaryFailure' });
    sink = await startSmtpSink({ port });
    await mailer.send(mail());
    expect(sink.received).toHaveLength(1);
  });

  it('a server that falls silent is left after a while', async () => {
    sink.answer = () => 'silence';
    await expect(mailer.send(mail())).rejects.toMatchObject({ name: 'TemporaryFailure' });
  });

  it('one that drips words without end is left too, and the mail is not sent behind our back', async () => {
    const dripping = createServer((socket) => {
      const timer = setInterval(() => socket.write('220-wait\r\n'), 50);
      socket.on('close', () => clearInterval(timer));
      socket.on('error', () => undefined);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => dripping.once('listening', resolve));
    const { port } = dripping.address() as AddressInfo;
    const patient = createMailer(
      { smtpUrl: `smtp://127.0.0.1:${port}`, from: FROM },
      { connect: 5_000, silence: 5_000, whole: 200 },
    );
    await expect(patient.send(mail())).rejects.toMatchObject({ name: 'TemporaryFailure' });
    patient.close();
    dripping.close();
  });
});
