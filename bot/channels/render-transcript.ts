import type { Reply } from '../../dialogs/reply';
import { wordsOf } from '../../dialogs/scene';

/**
 * The whole reply as plain text: what advisors read in a transcript, and what a channel without cards shows.
 * Choices stand in the last line, because typing a choice's label does what its button does.
 */
export function transcriptOf(reply: Reply, locale: 'fr' | 'en'): string {
  const choices = reply.choices.map((choice) => choice.label).join(' · ');
  const offered = choices === '' ? '' : wordsOf(locale).edge.choices(choices);
  return [spokenOf(reply, locale), offered].filter(Boolean).join('\n\n');
}

/** The reply as it is read out: everything but its buttons. */
export function spokenOf(reply: Reply, locale: 'fr' | 'en'): string {
  return paragraphs(reply, locale)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

function paragraphs(reply: Reply, locale: 'fr' | 'en'): readonly string[] {
  const { labelled: line, progress } = wordsOf(locale).edge;
  const facts = (list: readonly { readonly label: string; readonly value: string }[]): string =>
    list.map(({ label, value }) => line(label, value)).join('\n');
  switch (reply.kind) {
    case 'text':
      return [reply.text];
    case 'answer':
      return [
        reply.title,
        stripMarkdown(reply.body),
        reply.steps.map((step, index) => `${index + 1}. ${stripMarkdown(step)}`).join('\n'),
        reply.date === null ? '' : `${reply.date.label} ${reply.date.value}`,
      ];
    case 'question':
      return [
        reply.progress === null
          ? reply.text
          : `${reply.text} (${progress(reply.progress.done, reply.progress.of)})`,
      ];
    case 'read-back':
      return [reply.title, facts(reply.facts), reply.notice ?? ''];
    case 'receipt':
      return [line(reply.title, reply.reference), facts(reply.facts), reply.text];
  }
}

/** The words of an article's Markdown (bold, emphasis, links), a link's address beside its words. */
export function stripMarkdown(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_, words: string, address: string) =>
      words === address ? address : `${words} (${address})`,
    )
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/(^|[^\w*])\*([^*\s][^*]*)\*/g, '$1$2')
    .replace(/(^|[\s(«])_([^_]+)_(?=[\s).,;:!?»]|$)/g, '$1$2')
    .replace(/\\([\\`*_{}[\]()#+\-.!|~<>])/g, '$1')
    .trim();
}
