import { join } from 'node:path';
import { openTestData } from '../../data/testing';
import { createKnowledge } from '../../knowledge/create';
import type { Knowledge } from '../../knowledge/types';
import { playTranscript, startOf } from '../transcripts/testing/player';
import { parseTranscript } from '../transcripts/testing/transcript';

/** What her words after an advisor's reply do to the request, by its state and by how long ago it was settled. */
const ROOT = join(__dirname, '..', '..');

let knowledge: Knowledge;
beforeAll(() => {
  knowledge = createKnowledge({
    dir: join(ROOT, 'knowledge'),
    cacheDir: join(ROOT, '.cache', 'knowledge-tests'),
  });
}, 60_000);

async function play(lines: readonly string[]): Promise<void> {
  const transcript = parseTranscript(
    [
      'desk: oc-mentor',
      'person: mentor-alice',
      '',
      "> je veux parler à quelqu'un",
      "> mon étudiant Yanis ne vient jamais et je n'arrive pas à le signaler",
      '> oui',
      '< Demande envoyée',
      "@ advisor replies C'est corrigé de notre côté.",
      ...lines,
      '',
    ].join('\n'),
  );
  const data = await openTestData({ now: startOf(transcript) });
  try {
    await playTranscript(transcript, data, knowledge);
  } finally {
    await data.close();
  }
}

const THANKS = [
  'merci',
  'merci beaucoup !',
  'Merci bcp et bonne journée',
  'ok super merci !',
  'mrc',
  'thanks',
  'thank you very much',
  'parfait, merci pour votre aide',
  '👍',
  '👍🏽',
  '🙏',
  'merci 👍',
];
const COURTESY = [
  'ok',
  'parfait',
  'super !',
  "c'est noté",
  'bonne journée',
  'great',
  'ok parfait bonne soirée',
];

describe('a thank-you', () => {
  test.each(THANKS)('"%s" leaves a request that waits for her waiting', async (words) => {
    await play([`> ${words}`, '= ticket-status waiting', '= tickets 1']);
  });

  test.each([...THANKS, ...COURTESY])('"%s" does not open a settled request again', async (words) => {
    await play(['@ advisor sets solved', `> ${words}`, '= ticket-status solved', '= tickets 1']);
  });
});

describe('a reply to a settled request', () => {
  const REPLIES = [
    'toujours rien de mon côté',
    'merci mais le bouton est toujours grisé',
    "en fait l'erreur est revenue ce matin",
    'still the same error on my side',
  ];

  test.each(REPLIES)('"%s" opens it again within 14 days', async (words) => {
    await play([
      '@ advisor sets solved',
      '@ +13d',
      `> ${words}`,
      '= ticket-status open',
      `= ticket-message ${words}`,
      '= tickets 1',
    ]);
  });

  test('on the fourteenth day still', async () => {
    await play(['@ advisor sets solved', '@ +14d', '> toujours rien de mon côté', '= ticket-status open']);
  });

  test('later it becomes a new request that refers to it', async () => {
    await play([
      '@ advisor sets solved',
      '@ +15d',
      '> toujours rien de mon côté',
      '< votre message ouvre une nouvelle demande',
      '= ticket-status solved',
      '> oui',
      '= tickets 2',
      '= subject toujours rien de mon côté',
      '= fact continues G-2611-0001',
    ]);
  });

  test('a question that an article answers leaves it settled', async () => {
    await play([
      '@ advisor sets solved',
      '> comment fonctionne la facturation des sessions ?',
      '= topic oc-mentor.invoicing',
      '= ticket-status solved',
    ]);
  });

  test('what she says once she has spoken with the assistant since is no reply to it', async () => {
    await play([
      '@ advisor sets solved',
      '@ +1h',
      '> comment fonctionne la facturation des sessions ?',
      '> toujours rien de mon côté',
      '= ticket-status solved',
    ]);
  });
});
