import type { BannerTone } from './banner';
import type { DeskLines } from './desk';
import { watchStubs } from './stubs';
import type { Fault, Words } from './words';

const byId = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;

/** The page's fixed parts: header, banner, conversation, and what stands in its place while it loads or fails. */
export function createScreen(words: Words, embedded: boolean) {
  const conversation = byId('conversation');
  const state = byId('state');
  const banner = byId('banner');
  const human = byId<HTMLButtonElement>('human');
  const close = byId<HTMLButtonElement>('close');
  const footnote = byId('footnote');
  document.documentElement.lang = words.language.slice(0, 2);
  human.textContent = words.human;
  close.setAttribute('aria-label', words.close);
  close.hidden = !embedded;
  footnote.textContent = words.footnote;
  conversation.setAttribute('aria-label', words.conversation);

  let answerer: string | null = null;
  let deskState = '';
  const showState = (): void => {
    byId('desk-state').textContent = answerer === null ? deskState : words.answers(answerer);
  };

  const showInstead = (...children: readonly HTMLElement[]): void => {
    state.replaceChildren(...children);
    state.hidden = false;
    conversation.hidden = true;
    human.hidden = true;
    footnote.hidden = true;
  };

  return {
    conversation,
    human,
    close,
    header({ name, state: line }: DeskLines): void {
      byId('desk-name').textContent = name;
      deskState = line;
      showState();
      document.title = name;
    },
    /** Who answers: an advisor by her name, or the assistant (null). The button leads to the other one. */
    answerer(name: string | null): void {
      answerer = name;
      human.textContent = name === null ? words.human : words.assistant;
      showState();
    },
    loading(): void {
      showInstead(element('div', 'loader'), element('p', 'soft', words.loading));
      state.setAttribute('aria-busy', 'true');
    },
    ready(): void {
      state.hidden = true;
      state.removeAttribute('aria-busy');
      conversation.hidden = false;
      human.hidden = false;
      footnote.hidden = false;
    },
    failed(fault: Fault, retry: (() => void) | null): void {
      const { title, text } = words.faults[fault];
      const card = element('div', 'fault');
      card.setAttribute('role', 'alert');
      card.append(element('h2', '', title), element('p', '', text));
      if (retry !== null) {
        const again = element('button', 'strong', words.retry) as HTMLButtonElement;
        again.type = 'button';
        again.addEventListener('click', retry);
        card.append(again);
      }
      state.removeAttribute('aria-busy');
      showInstead(card);
    },
    /** One line over the conversation; null takes it away. */
    banner(text: string | null, tone: BannerTone): void {
      banner.hidden = text === null;
      banner.dataset.tone = tone;
      banner.textContent = text ?? '';
    },
    /** What leaves with the next message stands where the note on files does. */
    files(names: readonly string[]): void {
      footnote.textContent = names.length > 0 ? words.attached(names.join(', ')) : words.footnote;
    },
    /** What she has written and not sent. */
    unsent: (): string =>
      conversation.querySelector<HTMLTextAreaElement>('[data-id="webchat-sendbox-input"]')?.value ?? '',
    focusSendBox(): void {
      conversation.querySelector<HTMLElement>('[data-id="webchat-sendbox-input"]')?.focus();
    },
    /** Says on a ticket's stub that its answer has come. */
    markAnswered: watchStubs(conversation, words.answered),
  };
}
export type Screen = ReturnType<typeof createScreen>;

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
