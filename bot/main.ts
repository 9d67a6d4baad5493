import { shiftedClock, systemClock } from '../data/clock';
import { openData } from '../data/open';
import { redact } from '../data/redaction';
import { createAssistant } from '../dialogs/assistant';
import { createKnowledge } from '../knowledge/create';
import type { Config } from './config';
import { createEdge } from './edge';
import type { Log } from './log';
import { fromRoot } from './project-root';
import { createTeacher } from './teaching/teacher';
import { createSigningKeys, demoSigningKey } from './signing-keys';

/** The advisor whose sign-in link a demonstration prints (docs/demo.md). */
const DEMO_ADVISOR = 'advisor-admin';

export interface RunningGuichet {
  /** A one-time sign-in link for the first advisor; null in production (`guichet advisor add` prints one). */
  readonly signInLink: string | null;
  /** Stops taking requests, finishes the turns under way, closes the database. */
  stop(): Promise<void>;
}

/**
 * Builds every part and starts the server: what lives as long as the process is constructed here and in the edge, nowhere else.
 *
 * @throws when the database cannot be opened or the port is taken.
 */
export async function startGuichet(config: Config, log: Log): Promise<RunningGuichet> {
  const clock = config.clockStart === null ? systemClock : shiftedClock(config.clockStart);
  const demo = config.mode === 'demo';
  const { services, changes, ping, close } = await openData({
    url: config.databaseUrl,
    clock,
    demo,
    log: {
      info: (_detail, message) => log.info({}, message),
      error: (_detail, message) => log.error({}, message),
    },
  });
  const knowledge = createKnowledge({
    dir: config.knowledgeDir,
    cacheDir: fromRoot('var/cache'),
    log: { info: (message) => log.info({}, message), warn: (message) => log.warn({}, message) },
  });
  const keys = createSigningKeys(
    config.signingKeys.length > 0 ? config.signingKeys : [demoSigningKey(fromRoot('var/signing-key'))],
  );
  const assistant = createAssistant({ knowledge, services });
  const edge = createEdge({
    config,
    log,
    clock,
    services,
    changes,
    ping,
    knowledge,
    teacher: createTeacher(knowledge, config.knowledgeDir),
    assistant,
    keys,
    redact,
  });
  await edge.start();
  // The first person who writes must not wait for what is only made ready when it is needed.
  setImmediate(() => knowledge.warmUp());
  const stopWatching = knowledge.watch(({ faults, relearned }) =>
    log.info({ faults: faults.length, relearned }, 'knowledge reloaded'),
  );

  async function firstSignIn(): Promise<string | null> {
    const advisor = await services.advisors.find(DEMO_ADVISOR);
    if (advisor === null) return null;
    const { token } = await services.advisors.createSignInLink(advisor.id, clock.now());
    return `${config.publicUrl}/advisor/sign-in/${token}`;
  }

  return {
    signInLink: demo ? await firstSignIn() : null,
    async stop() {
      stopWatching();
      await edge.stop();
      await close();
    },
  };
}
