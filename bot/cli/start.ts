import type { Command } from 'commander';
import { createLog, errorFields } from '../log';
import { startGuichet } from '../main';
import { compileWasmSimply } from '../memory';
import { configOrFail, print, say } from './output';

/** `guichet start`: the server, until it is told to stop. */
export function register(program: Command): void {
  program
    .command('start')
    .description('Start the server. It is configured by environment variables, see .env.example.')
    .action(async () => {
      const config = configOrFail();
      const log = createLog(config.logLevel);
      say(
        `Starting Guichet (${config.mode} mode). The first start creates the database and learns the phrases: a few seconds.`,
      );
      compileWasmSimply();
      const running = await startGuichet(config, log);
      print(`Guichet answers on ${config.publicUrl}`);
      if (running.signInLink !== null) {
        print(`Sign in as the first advisor (works once, within an hour): ${running.signInLink}`);
      }
      const stop = (signal: string): void => {
        say(`${signal}: finishing what is under way...`);
        running.stop().then(
          () => process.exit(0),
          (error: unknown) => {
            log.error(errorFields(error), 'stop failed');
            process.exit(1);
          },
        );
      };
      process.once('SIGTERM', stop);
      process.once('SIGINT', stop);
    });
}
