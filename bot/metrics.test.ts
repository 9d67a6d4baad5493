import { createMetrics } from './metrics';

it('tells what waits and what was given up, as it is when somebody asks', async () => {
  let dead = [{ kind: 'appointment-letter', reason: 'mail-550', count: 2 }] as const;
  const metrics = createMetrics({ backlog: async () => 3, dead: async () => dead });
  const page = await metrics.registry.metrics();
  expect(page).toContain('guichet_outbox_backlog 3');
  expect(page).toContain('guichet_outbox_dead{kind="appointment-letter",reason="mail-550"} 2');
  dead = [] as unknown as typeof dead;
  expect(await metrics.registry.metrics()).not.toContain('guichet_outbox_dead{');
});
