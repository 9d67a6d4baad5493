import { cardActionMiddleware } from './card-action';
import { answererAfter, isSaidToHer, toShown, type Activity } from './incoming';
import type { Session } from './session';
import { adaptiveCardsHostConfig, styleOptions } from './style-options';
import {
  CONNECTION,
  type Store,
  type StoreAction,
  type StoreMiddleware,
  type WebChatBundle,
} from './web-chat';
import type { Words } from './words';

const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** Answers take milliseconds; only a slow one is announced. */
const TYPING_AFTER_MS = 600;
const ASSISTANT = { id: 'guichet', name: 'Guichet', role: 'bot' };

/** What the page is told about a running conversation. */
export interface ConversationEvents {
  /** Something new was said to her (never what a reload shows again). */
  onMessage(text: string): void;
  /** lost: for good; the conversation has to be opened again. */
  onConnection(state: 'online' | 'lost'): void;
  /** The files that will leave with the next message. */
  onFiles(names: readonly string[]): void;
  onFilesTooLarge(names: readonly string[]): void;
  onAdvisorAnswer(reference: string): void;
  /** Who answers from now on: an advisor's name; null: the assistant. */
  onAnswerer(name: string | null): void;
}

export interface Conversation {
  /** Asks for a person, as if she had said it. */
  askForPerson(): void;
  /** Asks for the assistant while an advisor answers, as if she had said it. */
  askForAssistant(): void;
  /** Puts words into the message field. */
  draft(text: string): void;
  /** The token in use now. */
  token(): string;
  end(): void;
}

/** Which activities this page has already shown, over all its conversations. */
const known = new Set<string>();

/** Shows a conversation with the official Web Chat. */
export function showConversation(
  bundle: WebChatBundle,
  session: Session,
  element: HTMLElement,
  words: Words,
  events: ConversationEvents,
): Conversation {
  const directLine = bundle.createDirectLine({
    token: session.token,
    domain: new URL('/v3/directline', window.location.href).href,
    webSocket: true,
  });
  const store = bundle.createStore({}, conversationMiddleware(words, events));
  const subscription = directLine.connectionStatus$.subscribe((status) => {
    if (status === CONNECTION.online) events.onConnection('online');
    else if (status === CONNECTION.expired || status === CONNECTION.failed) events.onConnection('lost');
  });
  bundle.renderWebChat(
    {
      directLine,
      store,
      userID: session.userId,
      locale: words.language,
      styleOptions,
      adaptiveCardsHostConfig,
      cardActionMiddleware,
      overrideLocalizedStrings: (strings: object) => ({
        ...strings,
        TEXT_INPUT_PLACEHOLDER: words.placeholder,
      }),
      sendTypingIndicator: true,
    },
    element,
  );
  const sayButton = (label: string, action: object): void =>
    store.dispatch({
      type: 'WEB_CHAT/SEND_MESSAGE_BACK',
      payload: { displayText: label, text: label, value: { guichet: action } },
    });
  return {
    askForPerson: () => sayButton(words.human, { type: 'talk-to-someone' }),
    askForAssistant: () => sayButton(words.assistant, { type: 'choose', value: 'live:to-assistant' }),
    draft: (text) => store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text } }),
    token: () => directLine.token ?? session.token,
    end() {
      subscription.unsubscribe();
      directLine.end();
    },
  };
}

function conversationMiddleware(words: Words, events: ConversationEvents): StoreMiddleware {
  return (store) => {
    const typing = typingTimer(store);
    const inOrder = arrivalOrder();
    let answerer: string | null = null;
    return (next) => (action) => {
      switch (action.type) {
        case 'DIRECT_LINE/INCOMING_ACTIVITY':
          return next(incoming(action));
        case 'DIRECT_LINE/POST_ACTIVITY_PENDING':
          if (answerer === null && action.payload?.activity?.type === 'message') typing.start();
          events.onFiles([]);
          return next(action);
        case 'WEB_CHAT/SET_SEND_BOX_ATTACHMENTS':
          return next(withoutLargeFiles(action));
        default:
          return next(action);
      }
    };

    function incoming(action: StoreAction): StoreAction {
      const activity = action.payload?.activity;
      // Nothing is said by it, and it has no place among what is said.
      if (!activity || activity.type === 'typing') return action;
      const next = answererAfter(activity);
      if (next !== undefined && next !== answerer) {
        answerer = next;
        typing.stop();
        events.onAnswerer(next);
      }
      if (isSaidToHer(activity)) {
        typing.stop();
        announce(activity);
      }
      return { ...action, payload: { ...action.payload, activity: inOrder(toShown(activity, words)) } };
    }
  };

  function announce(activity: Activity): void {
    const { id = '', text = '', channelData } = activity;
    if (known.has(id)) return;
    known.add(id);
    events.onMessage(text);
    const { author, ticket } = channelData?.guichet ?? {};
    if (author === 'advisor' && ticket) events.onAdvisorAnswer(ticket);
  }

  function withoutLargeFiles(action: StoreAction): StoreAction {
    const files = action.payload?.attachments ?? [];
    const names = (some: typeof files): string[] => some.map(({ blob }) => blob.name ?? '');
    const fitting = files.filter(({ blob }) => blob.size <= MAX_FILE_BYTES);
    const tooLarge = files.filter((file) => !fitting.includes(file));
    if (tooLarge.length > 0) events.onFilesTooLarge(names(tooLarge));
    events.onFiles(names(fitting));
    return { ...action, payload: { ...action.payload, attachments: fitting } };
  }
}

/**
 * Numbers activities as they arrive, which is the order of the conversation. Web Chat would go by their times, and puts a message
 * before its question when the server's clock was set back.
 */
function arrivalOrder(): (activity: Activity) => Activity {
  const places = new Map<string, number>();
  return (activity) => {
    const id = activity.id ?? '';
    const place = places.get(id) ?? places.size + 1;
    places.set(id, place);
    return { ...activity, channelData: { ...activity.channelData, 'webchat:sequence-id': place } };
  };
}

/** Shows that an answer is being prepared, when it takes long enough to be wondered about. */
function typingTimer(store: Store) {
  let timer: number | undefined;
  return {
    start() {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        const activity = {
          type: 'typing',
          id: `typing-${Date.now()}`,
          from: ASSISTANT,
          timestamp: new Date().toISOString(),
          channelData: {},
        };
        store.dispatch({ type: 'DIRECT_LINE/INCOMING_ACTIVITY', payload: { activity } });
      }, TYPING_AFTER_MS);
    },
    stop() {
      window.clearTimeout(timer);
    },
  };
}
