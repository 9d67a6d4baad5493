import fc from 'fast-check';
import { hrefOf, parseRoute, type Route, VIEWS } from './route';

const at = (path: string) => parseRoute(new URL(path, 'https://guichet.example'));

test.each<[string, Route]>([
  ['/advisor', { page: 'queue', view: 'open', ticket: null }],
  ['/advisor/', { page: 'queue', view: 'open', ticket: null }],
  ['/advisor?view=mine', { page: 'queue', view: 'mine', ticket: null }],
  ['/advisor?view=nope', { page: 'queue', view: 'open', ticket: null }],
  ['/advisor/tickets/G-2611-0001', { page: 'queue', view: 'open', ticket: 'G-2611-0001' }],
  ['/advisor/tickets/G-2611-0001?view=solved', { page: 'queue', view: 'solved', ticket: 'G-2611-0001' }],
  [
    '/advisor?view=all&category=payment&q=virement',
    { page: 'queue', view: 'all', ticket: null, filters: { category: ['payment'], q: 'virement' } },
  ],
  [
    '/advisor/tickets/G-2611-0001?view=mine&together',
    { page: 'queue', view: 'mine', ticket: 'G-2611-0001', together: true },
  ],
  ['/advisor?together', { page: 'queue', view: 'open', ticket: null }],
  ['/advisor/tickets/', { page: 'queue', view: 'open', ticket: null }],
  ['/advisor/tickets/%E0%A4%A', { page: 'queue', view: 'open', ticket: null }],
  ['/advisor/coupons', { page: 'coupons' }],
  ['/advisor/appointments', { page: 'appointments' }],
  ['/advisor/what-is-this', { page: 'queue', view: 'open', ticket: null }],
])('%s', (path, route) => {
  expect(at(path)).toEqual(route);
});

test('every route survives the address bar', () => {
  const queue = fc.record({
    page: fc.constant('queue' as const),
    view: fc.constantFrom(...VIEWS),
    ticket: fc.oneof(
      fc.constant(null),
      fc.string({ minLength: 1, unit: 'grapheme' }).filter((id) => !/^\.{1,2}$/.test(id)),
    ),
  });
  const together = queue
    .filter(({ ticket }) => ticket !== null)
    .map((route) => ({ ...route, together: true as const }));
  const pages = fc.constantFrom<Route>({ page: 'coupons' }, { page: 'appointments' });
  fc.assert(
    fc.property(fc.oneof(queue, together, pages), (route) => {
      expect(at(hrefOf(route))).toEqual(route);
    }),
  );
});
