import { targetFaults } from './desk-targets';
import { DEFAULT_TARGETS, type SlaTargets } from './targets';
import type { TicketPriority } from '../tickets/types';

const targets = (priority: TicketPriority, firstReply: number, resolution: number): SlaTargets => ({
  ...DEFAULT_TARGETS,
  [priority]: { 'first-reply': firstReply, resolution },
});

test.each([
  ['those of a new installation', DEFAULT_TARGETS, []],
  ['the same for all', targets('urgent', 120, 840), []],
  ['none', targets('urgent', 0, 60), ['urgent first-reply not-positive']],
  ['less than none', targets('urgent', -5, 60), ['urgent first-reply not-positive']],
  ['part of a minute', targets('urgent', 1.5, 60), ['urgent first-reply not-positive']],
  ['solved before it is answered', targets('urgent', 60, 30), ['urgent resolution resolution-before-reply']],
  ['urgent slower than high', targets('urgent', 150, 400), ['urgent first-reply longer-than-less-urgent']],
  [
    'normal slower than low',
    targets('normal', 100, 99_999),
    ['high first-reply longer-than-less-urgent', 'normal resolution longer-than-less-urgent'],
  ],
])('%s', (_what, given, expected) => {
  expect(targetFaults(given).map(({ priority, clock, code }) => `${priority} ${clock} ${code}`)).toEqual(
    expected,
  );
});
