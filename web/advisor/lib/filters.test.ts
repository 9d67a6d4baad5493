import fc from 'fast-check';
import { type Filters, filterParams, parseFilters, PRIORITIES, SORTS, STATUSES, toggled } from './filters';

const read = (query: string): Filters => parseFilters(new URLSearchParams(query));

test.each<[string, Filters]>([
  ['', {}],
  ['category=payment,coupon', { category: ['payment', 'coupon'] }],
  ['status=new,nope,new', { status: ['new'] }],
  ['priority=', {}],
  ['desk=<script>', {}],
  ['q=%20%20', {}],
  ['q=jai pa été payé', { q: 'jai pa été payé' }],
  ['sort=alphabet', {}],
  ['unknown=1&assignee=me,none', { assignee: ['me', 'none'] }],
])('%j is read tolerantly', (query, filters) => {
  expect(read(query)).toEqual(filters);
});

test('a value is added once and taken away again', () => {
  const one = toggled({}, 'category', 'payment');
  expect(toggled(one, 'category', 'coupon')).toEqual({ category: ['payment', 'coupon'] });
  expect(toggled(one, 'category', 'payment')).toEqual({});
});

test('filters survive the address bar', () => {
  const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 });
  const filters = fc.record(
    {
      status: some(STATUSES),
      priority: some(PRIORITIES),
      category: some(['payment', 'student-absent', 'coupon']),
      assignee: some(['me', 'none', 'advisor-abc-1']),
      topic: some(['abc.salary', 'coach.pause']),
      q: fc.string({ unit: 'grapheme', maxLength: 50 }).filter((text) => text.trim() !== ''),
      sort: fc.constantFrom(...SORTS),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(filters, (each) => {
      const address = new URLSearchParams(filterParams(each)).toString();
      expect(read(address)).toEqual(each);
    }),
  );
});
