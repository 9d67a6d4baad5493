import { recordFacts } from '../people/record-facts';
import { openTestData, TEST_NOW, type TestData } from '../testing';

describe('what the records of the demo people tell (docs/demo.md)', () => {
  let data: TestData;
  beforeAll(async () => {
    data = await openTestData();
  });
  afterAll(() => data.close());

  const factsOf = async (personId: string, studentName?: string) => {
    const { people, coupons, desks } = data.services;
    const found = await people.find(personId);
    if (!found) throw new Error(`${personId} is not among the demo people`);
    return recordFacts({
      person: found,
      desk: await desks.find(found.deskId),
      assignments: await people.assignments(personId),
      students: await people.students(personId),
      invoices: await people.invoices(personId),
      coupons: await coupons.ofPerson(personId),
      now: TEST_NOW,
      studentName,
    });
  };

  it.each([
    ['mentor-alice', undefined, { 'invoice.status': 'in-progress', 'invoice.days_since_issued': 10 }],
    ['mentor-bruno', undefined, { 'invoice.status': 'paid', 'invoice.days_since_paid': 3 }],
    ['mentor-chloe', undefined, { 'invoice.status': 'paid', 'invoice.days_since_paid': 12 }],
    ['mentor-david', undefined, { 'invoice.status': 'none', 'person.days_since_start': 35 }],
    ['mentor-eva', undefined, { 'invoice.last_month_call_received': false, 'invoice.status': 'paid' }],
    ['coach-fanny', undefined, { 'invoice.status': 'call-sent', 'invoice.last_month_call_received': true }],
    ['coach-gael', undefined, { 'invoice.status': 'in-progress', 'invoice.days_since_issued': 34 }],
    ['mentor-alice', 'Yanis', { 'student.absences_in_a_row': 2, 'student.in_list': true }],
    ['mentor-alice', 'Lucas Bernard', { 'student.funding_ends_on': '2026-11-13' }],
    ['mentor-alice', 'Emma', { 'student.in_list': false }],
    ['mentor-bruno', 'Sarah', { 'student.absences_in_a_row': 3 }],
    ['mentor-bruno', 'Tom', { 'student.absences_in_a_row': 1 }],
    ['mentor-chloe', undefined, { 'student.name': 'Lina Roche', 'student.absences_in_a_row': 1 }],
    ['coach-gael', undefined, { 'student.name': 'Nora Blanchet', 'student.path_ends_on': '2026-11-26' }],
    [
      'abc-ines',
      undefined,
      { 'person.ssn': 'missing', 'person.iban': 'missing', 'coupons.last_month_late': 1 },
    ],
    ['abc-thomas', undefined, { 'person.ssn': 'provisional', 'coupons.left': 10 }],
    ['abc-jeanne', undefined, { 'person.days_since_start': 0, 'coupons.left': 0 }],
  ])('%s (%s)', async (personId, studentName, expected) => {
    expect(await factsOf(personId, studentName)).toMatchObject(expected);
  });
});
