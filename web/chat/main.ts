import '../design/tokens.css';
import './chat.css';
import './cards.css';
import { createBanner } from './banner';
import { showConversation, type Conversation } from './conversation';
import { deskLines, followDeskLines } from './desk';
import { connectEmbedding } from './embedding';
import { borrowedKeep, ownKeep } from './keep';
import { createScreen } from './screen';
import { openSession, rememberToken, storageKey } from './session';
import { watchStreams } from './stream-watch';
import { loadWebChat } from './web-chat';
import { words as allWords } from './words';
import { DESKS } from '../widget/options';

/** DirectLineJS tries by itself first: after 3 to 15 seconds, then every 20. */
const PATIENCE_MS = 18_000;
/** Waits between attempts to reopen a lost conversation, in milliseconds. */
const RETRY_AFTER = [500, 2_000, 5_000, 10_000, 20_000];

const query = new URLSearchParams(window.location.search);
const desk = query.get('desk') ?? '';
const words = allWords[query.get('locale')?.toLowerCase().startsWith('en') ? 'en' : 'fr'];
const screen = createScreen(words, query.get('embed') === '1' && window.parent !== window);
const banner = createBanner(words, screen.banner);
banner.network(navigator.onLine);
const bundle = loadWebChat();
// A failure is told when the conversation is opened, below.
bundle.catch(() => undefined);

const borrowed = borrowedKeep((name, token) => embedding.tell({ type: 'keep', name, token }));
const keep = ownKeep() ?? borrowed;

let identity: string | null = null;
let conversation: Conversation | null = null;
let attempt = 0;
let visible = true;
let focusWanted = false;
let draft: string | null = null;
let reopening: number | undefined;
let advisorAnswers = false;

screen.loading();
const deskKnown = (DESKS as readonly string[]).includes(desk);
if (deskKnown) followDeskLines(desk, words, fetch.bind(window), screen.header);
else screen.header(deskLines(desk, words));

const embedding = connectEmbedding(query.get('embed') === '1', {
  onIdentity(given, kept) {
    borrowed.seed(kept);
    const samePerson = storageKey(desk, given) === storageKey(desk, identity);
    identity = given;
    // A fresh token for the same person: nothing to begin again.
    if (conversation !== null && samePerson) return;
    conversation?.end();
    conversation = null;
    screen.loading();
    void open();
  },
  onVisible(nowVisible, focus) {
    visible = nowVisible;
    focusWanted = nowVisible && focus;
    if (focusWanted) screen.focusSendBox();
  },
  onDraft(text) {
    draft = text;
    giveDraft();
  },
});

/** Opens the conversation, or opens it again after its connection was lost for good. */
async function open(): Promise<void> {
  if (!deskKnown) {
    screen.failed('no-desk', null);
    return;
  }
  const who = { desk, identity };
  const result = await openSession(who, keep, fetch.bind(window));
  if (who.identity !== identity) return;
  if (!result.ok) {
    if (conversation !== null && result.fault === 'unreachable') {
      reopenAfter(nextWait());
    } else screen.failed(result.fault, result.fault === 'no-desk' ? null : restart);
    return;
  }
  const loaded = await bundle.catch(() => null);
  if (loaded === null) {
    screen.failed('unreachable', () => window.location.reload());
    return;
  }
  draft ??= screen.unsent() || null;
  conversation?.end();
  screen.ready();
  advisorAnswers = false;
  screen.answerer(null);
  conversation = showConversation(loaded, result.session, screen.conversation, words, {
    onMessage(text) {
      if (!visible) embedding.tell({ type: 'message', text });
    },
    onConnection(state) {
      if (state === 'lost') {
        banner.connection(true);
        reopenAfter(nextWait());
        return;
      }
      attempt = 0;
      banner.connection(false);
      giveDraft();
      if (focusWanted) screen.focusSendBox();
    },
    onFiles: (names) => screen.files(names),
    onFilesTooLarge: (names) => banner.notice(words.tooLarge(names.join(', '))),
    onAdvisorAnswer: (reference) => screen.markAnswered(reference),
    onAnswerer(name) {
      advisorAnswers = name !== null;
      screen.answerer(name);
    },
  });
}

function giveDraft(): void {
  if (conversation === null || draft === null) return;
  conversation.draft(draft);
  draft = null;
}

function restart(): void {
  screen.loading();
  void open();
}

const nextWait = (): number => RETRY_AFTER[Math.min(attempt, RETRY_AFTER.length - 1)] ?? 0;

/** Opens the conversation anew, unless it comes back before; what she was writing stays. */
function reopenAfter(milliseconds: number): void {
  attempt += 1;
  window.clearTimeout(reopening);
  reopening = window.setTimeout(() => void open(), milliseconds);
}

watchStreams({
  onOpen() {
    window.clearTimeout(reopening);
    banner.connection(false);
  },
  onCut() {
    if (conversation === null) return;
    banner.connection(true);
    reopenAfter(PATIENCE_MS);
  },
});

screen.human.addEventListener('click', () => {
  if (advisorAnswers) conversation?.askForAssistant();
  else conversation?.askForPerson();
});
screen.close.addEventListener('click', () => embedding.tell({ type: 'close' }));
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented) embedding.tell({ type: 'close' });
});
window.addEventListener('offline', () => banner.network(false));
window.addEventListener('online', () => banner.network(true));
// The token is refreshed while the page is open; the newest one brings her back the longest.
window.addEventListener('pagehide', () => {
  if (conversation !== null) rememberToken({ desk, identity }, conversation.token(), keep);
});
