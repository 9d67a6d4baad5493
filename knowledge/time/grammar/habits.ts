import type { Content } from '../expressions';
import { UNITS } from '../roles';
import { any, lexeme, map, opt, type Pattern, role, seq, where } from './engine';
import { linkOf } from './words';

const sur = where(role('slash', 'inEnglish', 'share'), () => true);

/** Plural or "chaque": a habit, not a day. */
const habit: Pattern<Content> = any<Content>(
  map(seq(opt(role('each', 'les')), opt(role('les')), role('weekdays')), () => ({
    trouble: 'habit' as const,
  })),
  map(seq(role('each'), opt(role('les')), role('weekday')), () => ({ trouble: 'habit' as const })),
  // "chaque premier lundi du mois", "le deuxième samedi de chaque mois"
  map(
    seq(
      role('each'),
      opt(role('les')),
      role('ordinal', 'last'),
      role('weekday', 'weekdays', 'unit'),
      opt(seq(linkOf, role('unit'))),
    ),
    () => ({ trouble: 'habit' as const }),
  ),
  map(
    seq(
      opt(role('le', 'les')),
      role('ordinal', 'last'),
      role('weekday', 'weekdays', 'weekend', 'unit'),
      opt(role('de', 'of')),
      role('each'),
      role('unit'),
    ),
    () => ({ trouble: 'habit' as const }),
  ),
  // "une fois le lundi", "deux fois par semaine, le lundi et le jeudi"
  map(
    seq(
      role('num'),
      where(role('counted'), (_value, input, at) => input[at]!.text === 'fois'),
      opt(seq(role('each'), role('unit'))),
      opt(role('comma')),
      lexeme('le'),
      role('weekday'),
      opt(seq(role('et'), opt(role('le')), role('weekday'))),
    ),
    () => ({ trouble: 'habit' as const }),
  ),
  map(role('habitual'), () => ({ trouble: 'habit' as const })),
  map(seq(role('often'), role('le'), role('weekday', 'part')), () => ({ trouble: 'habit' as const })),
  // "un lundi sur deux", "one Monday in two"
  map(seq(role('article'), role('weekday'), sur, role('num')), () => ({ trouble: 'habit' as const })),
  // "tous les jours à 17h" is a habit, "3 fois par semaine" a rate.
  map(
    seq(role('each'), opt(role('les')), opt(role('num')), role('unit', 'part', 'weekend')),
    (_values, input, at, next) => {
      const rate =
        ['par', 'per'].includes(input[at]!.text) || UNITS[input[next - 1]!.roles.unit ?? -1] === 'month';
      return { trouble: rate ? ('quiet' as const) : ('habit' as const) };
    },
  ),
);

/** What habits say: no day. */
export const habitRules: readonly Pattern<Content>[] = [habit];
