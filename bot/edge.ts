import type { Clock } from '../data/clock';
import type { ChangeFeed, Services } from '../data/services';
import type { Assistant } from '../dialogs/reply';
import type { Knowledge } from '../knowledge/types';
import { advisorApiPaths } from './advisor-api/openapi';
import { advisorApi } from './advisor-api/routes';
import { calendarRoute } from './calendar/download-route';
import { createCalendarLinks } from './calendar/link';
import { createDoor } from './channels/bot-framework/adapter';
import { createFetchFiles } from './channels/bot-framework/fetch-files';
import { createFileConsent } from './channels/bot-framework/file-consent';
import { messagesRoute } from './channels/bot-framework/messages-route';
import { createOutbound } from './channels/bot-framework/outbound';
import { createActivitySets } from './channels/direct-line/activity-set';
import { createConversationDoor } from './channels/direct-line/conversation-door';
import { directLineRoutes } from './channels/direct-line/routes';
import { createDirectLineStreams } from './channels/direct-line/stream';
import { createDirectLineTokens } from './channels/direct-line/tokens';
import type { Config } from './config';
import { healthRoutes } from './health-routes';
import type { Route } from './http';
import { Presence } from './live/presence';
import { createShowTyping } from './live/show-typing';
import { takeTyping } from './live/take-typing';
import { errorFields, type Log } from './log';
import { MAIL_CONNECTIONS } from './mail/mailer';
import { createMetrics } from './metrics';
import { createTurnLock } from './middleware/turn-lock';
import { createTurnLog } from './middleware/turn-log';
import { openApiRoute } from './openapi';
import { createOwedTurns } from './owed-turns';
import { fromRoot } from './project-root';
import { createRateLimit } from './rate-limit';
import { createTurnRunner } from './run-turn';
import { createServer } from './server';
import { sessionCookie } from './sign-in/cookies';
import { createOpenIdClient } from './sign-in/open-id';
import { signInRoutes } from './sign-in/routes';
import { teamsSignIn } from './sign-in/teams-token';
import type { SigningKeys } from './signing-keys';
import { staticRoutes } from './static-files';
import { createTeamsDesk } from './teams-desk';
import type { Teacher } from './teaching/teacher';
import { createAdmit } from './teams-identity/admit';
import { demoRoutes } from './webchat/demo-routes';
import { deskRoute } from './webchat/desk-route';
import { webChatTokenRoute } from './webchat/token-route';
import { createChatDelivery } from './workers/chat-delivery';
import { createCouponReminders } from './workers/coupon-reminders';
import { createDueNotices } from './workers/due-notices';
import { kindsOf } from './workers/lanes';
import { createOutboxWorker } from './workers/outbox';
import { createOutsideDelivery } from './workers/outside-delivery';
import { createHoldTeller } from './workers/tell-hold';
import { createNoticeTeller } from './workers/tell-notice';
import { createHoldWatch } from './workers/hold-watch';
import { createRetentionWatch } from './workers/retention-watch';
import { createWatch } from './workers/watch';

/** What the edge stands on: the inner rooms, built, and what the environment says. */
export interface EdgeParts {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly services: Services;
  readonly changes: ChangeFeed;
  readonly ping: () => Promise<void>;
  readonly knowledge: Knowledge;
  readonly teacher: Teacher;
  readonly assistant: Assistant;
  readonly keys: SigningKeys;
  /** Masks what must not be stored. */
  readonly redact: (text: string) => string;
}

export interface Edge {
  /** Listens, answers what a crash left unanswered, and starts telling others what happened. @returns the port. */
  start(): Promise<number>;
  /** Stops taking requests and finishes the turns under way. */
  stop(): Promise<void>;
}

/** Builds the edge: channels, routes, workers, and the server before them. */
export function createEdge(parts: EdgeParts): Edge {
  const { config, log, clock, services, changes, keys, redact } = parts;
  const metrics = createMetrics(services.outbox);
  const lock = createTurnLock();
  const turnLog = createTurnLog(log, metrics);
  const calendarLinks = createCalendarLinks({ keys, clock, publicUrl: config.publicUrl });
  const outbound = createOutbound({ ...services, feed: changes, clock, log, metrics, config });
  const turns = createTurnRunner({
    ...services,
    assistant: parts.assistant,
    clock,
    lock,
    turnLog,
    categoryOf: (topicId) => parts.knowledge.topic(topicId)?.category ?? null,
    calendarLink: calendarLinks.linkTo,
    fetchFiles: createFetchFiles({
      ...services,
      connector: outbound.connector,
      hasApp: config.microsoft !== null,
      clock,
      log,
    }),
  });
  const tokens = createDirectLineTokens(keys, clock);
  const activitySets = createActivitySets(tokens);
  const presence = new Presence(changes, clock);
  const streams = createDirectLineStreams({
    ...services,
    presence,
    tokens,
    activitySets,
    config,
    feed: changes,
    log,
    metrics,
  });
  const botFramework = createDoor(config, outbound.sender, log);
  const advisors = advisorApi({
    ...parts,
    publicUrl: config.publicUrl,
    mails: config.smtpUrl !== null,
    linked: { teams: config.microsoft !== null, openId: config.oidc?.issuer ?? null },
    presence,
    showTyping: createShowTyping({ ...services, tellWebChat: streams.tell, typing: outbound.typing, log }),
  });
  const tellNotice = createNoticeTeller({ ...services, assistant: parts.assistant, clock, lock });
  const tellHold = createHoldTeller({ ...services, assistant: parts.assistant, clock, lock });
  const outboxDeps = { ...services, feed: changes, clock, log, metrics };
  const chatOutbox = createOutboxWorker({
    ...outboxDeps,
    kinds: kindsOf('chat'),
    // Somebody who types writes nothing to send.
    wokenBy: ({ kind }) => kind !== 'presence',
    deliver: createChatDelivery({ ...services, clock, tellNotice, tellHold }),
  });
  const titleOf = (topicId: string, locale: 'fr' | 'en'): string => {
    const topic = parts.knowledge.topic(topicId);
    return (locale === 'en' ? topic?.titleEn : topic?.titleFr) ?? topicId;
  };
  const outside = createOutsideDelivery({ ...services, config, clock, log, presence, titleOf });
  const outsideOutbox = createOutboxWorker({
    ...outboxDeps,
    kinds: kindsOf('outside'),
    wokenBy: ({ kind }) => kind === 'appointment',
    batch: MAIL_CONNECTIONS,
    deliver: outside.deliver,
  });
  const teamsDesk = createTeamsDesk({
    services,
    sender: outbound.sender,
    categoriesOf: (deskId) => [
      ...new Set(
        parts.knowledge.topics().flatMap(({ desk, category }) => (desk === deskId ? [category] : [])),
      ),
    ],
    links: { appId: config.microsoft?.appId ?? null, publicUrl: config.publicUrl },
    feed: changes,
    clock,
    log,
    metrics,
  });
  const wakeOutboxes = (): void => {
    chatOutbox.wake();
    outsideOutbox.wake();
    teamsDesk.wake();
  };
  const couponReminders = createCouponReminders({ ...services, clock, log });
  const dueNotices = createDueNotices({ ...services, clock, log, onReleased: wakeOutboxes });
  const watches = [
    createWatch({ look: services.sla.watch, what: 'deadlines', clock, log, onDone: wakeOutboxes }),
    createHoldWatch({ holds: services.holds, clock, log, onDone: wakeOutboxes }),
    createRetentionWatch({ retention: services.retention, clock, log }),
    // Without a mail server a summary would have nowhere to go.
    ...(config.smtpUrl === null
      ? []
      : [createWatch({ look: services.digests.watch, what: 'summaries', clock, log, onDone: wakeOutboxes })]),
    createWatch({ look: services.assignment.watch, what: 'assignments', clock, log, onDone: wakeOutboxes }),
  ];
  const owedTurns = createOwedTurns({ ...services, turns, deliver: outbound.deliver, log });

  /** Answers behind the response. A turn that cannot be committed stays owed and is tried again. */
  function runLater(inbound: Parameters<typeof turns.run>[0]): void {
    turns.run(inbound).catch((error: unknown) => {
      log.error({ turn: inbound.activityId, ...errorFields(error) }, 'turn not committed');
      metrics.failure('turn');
    });
  }

  function webChatRoutes(): Route[] {
    const demo = config.mode === 'demo';
    const tokenLimit = createRateLimit(config.tokensPerMinute);
    return [
      ...directLineRoutes({
        ...services,
        presence,
        door: createConversationDoor({ ...services, clock, runLater }),
        tokens,
        keys,
        activitySets,
        clock,
        redact,
        tokenLimit,
        messageLimit: createRateLimit(config.messagesPerMinute),
        config: { ...config, defaultDesk: config.defaultDesk ?? (demo ? 'abc' : null), openTokens: demo },
      }),
      webChatTokenRoute({ ...services, tokens, keys, tokenLimit, trustProxy: config.trustProxy }),
      deskRoute({ ...services, clock }),
      ...(demo ? demoRoutes({ ...services, keys }) : []),
    ];
  }

  const routes: Route[] = [
    ...webChatRoutes(),
    messagesRoute({
      ...services,
      channel: botFramework,
      turns,
      lock,
      clock,
      redact,
      log,
      metrics,
      config,
      admit: createAdmit({ services, teams: config.teams, clock }),
      deliver: outbound.deliver,
      typing: outbound.typing,
      invokes: [
        teamsDesk.takeInvoke,
        createFileConsent({
          ...services,
          remove: outbound.remove,
          hasApp: config.microsoft !== null,
          clock,
          log,
        }),
      ],
      takers: [takeTyping({ ...services, presence }), teamsDesk.takeActivity],
    }),
    ...advisors.routes,
    calendarRoute({ ...services, links: calendarLinks, clock }),
    ...signInRoutes(
      { ...parts, ...config, ...services, cookie: sessionCookie(config.publicUrl) },
      config.oidc === null ? null : createOpenIdClient(config.oidc, config.publicUrl),
      teamsSignIn(config),
    ),
    ...healthRoutes(
      [
        { name: 'database', check: () => parts.ping().then(() => true) },
        { name: 'knowledge', check: async () => parts.knowledge.topics().length > 0 },
      ],
      metrics,
    ),
    ...staticRoutes(fromRoot('dist/web'), config),
  ];
  const server = createServer({
    routes: [...routes, openApiRoute(routes, advisorApiPaths)],
    config,
    log,
    upgrade: streams.upgrade,
  });

  return {
    async start() {
      const port = await server.listen(config.port);
      await outbound.start();
      chatOutbox.start();
      outsideOutbox.start();
      teamsDesk.start();
      couponReminders.start();
      dueNotices.start();
      for (const watch of watches) watch.start();
      await owedTurns.start();
      return port;
    },
    async stop() {
      owedTurns.stop();
      streams.close();
      advisors.close();
      presence.close();
      await server.close();
      await couponReminders.stop();
      await dueNotices.stop();
      for (const watch of watches) await watch.stop();
      await chatOutbox.stop();
      await outside.close(outsideOutbox.stop());
      await lock.idle();
      // Cards that wait to be sent are not waited for: they leave after the next start.
      const cardsSent = teamsDesk.stop();
      await outbound.stop();
      await cardsSent;
    },
  };
}
