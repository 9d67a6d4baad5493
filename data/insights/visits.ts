import type { DeskId } from '../desks/types';
import type { LocalHour } from './local-hours';
import type { Figures, RoutedOutcome, TimedTicket, Totals } from './types';

/** A typed message as far as it is counted. */
export interface CountedMessage {
  readonly conversationId: string;
  readonly deskId: DeskId;
  readonly outcome: RoutedOutcome;
  readonly category: string | null;
  readonly at: Date;
}

interface Day {
  messages: number;
  tickets: number;
  /** The conversations of the day. */
  readonly visits: Set<string>;
  /** Those from which a ticket was filed that day. */
  readonly filing: Set<string>;
}

/** Counts messages and tickets as they are read, one at a time: a year of them is never held at once. */
export class VisitTally {
  private readonly days = new Map<string, Day>();
  private readonly categories = new Map<string, { messages: number; tickets: number }>();
  private readonly hours: number[] = Array.from({ length: 24 }, () => 0);

  constructor(private readonly local: (at: Date) => LocalHour) {}

  message({ conversationId, deskId, outcome, category, at }: CountedMessage): void {
    if (outcome === 'service') return;
    const { day: key, hour } = this.local(at);
    const day = this.day(key);
    day.messages += 1;
    day.visits.add(conversationId);
    this.hours[hour] = (this.hours[hour] ?? 0) + 1;
    this.category(deskId, category).messages += 1;
  }

  ticket({ conversationId, deskId, category, createdAt }: TimedTicket): void {
    const day = this.day(this.local(createdAt).day);
    day.tickets += 1;
    if (conversationId !== null) day.filing.add(conversationId);
    this.category(deskId, category).tickets += 1;
  }

  byHour(): readonly number[] {
    return [...this.hours];
  }

  byDay(days: readonly string[]): Figures['byDay'] {
    return days.map((day) => ({ day, ...countsOf(this.days.get(day)) }));
  }

  byCategory(): Figures['byCategory'] {
    return [...this.categories]
      .map(([key, counts]) => {
        const [deskId, category] = JSON.parse(key) as [DeskId, string | null];
        return { deskId, category, ...counts };
      })
      .sort((one, other) => other.messages + other.tickets - (one.messages + one.tickets));
  }

  totals(): Pick<Totals, 'messages' | 'visits' | 'withoutTicket' | 'tickets'> {
    const sum = { messages: 0, visits: 0, withoutTicket: 0, tickets: 0 };
    for (const day of this.days.values()) {
      const counts = countsOf(day);
      sum.messages += counts.messages;
      sum.visits += counts.visits;
      sum.withoutTicket += counts.withoutTicket;
      sum.tickets += counts.tickets;
    }
    return sum;
  }

  private day(key: string): Day {
    const known = this.days.get(key);
    if (known) return known;
    const day: Day = { messages: 0, tickets: 0, visits: new Set(), filing: new Set() };
    this.days.set(key, day);
    return day;
  }

  private category(deskId: DeskId, category: string | null): { messages: number; tickets: number } {
    const key = JSON.stringify([deskId, category]);
    const known = this.categories.get(key);
    if (known) return known;
    const counts = { messages: 0, tickets: 0 };
    this.categories.set(key, counts);
    return counts;
  }
}

function countsOf(day: Day | undefined): Pick<Totals, 'messages' | 'visits' | 'withoutTicket' | 'tickets'> {
  if (day === undefined) return { messages: 0, visits: 0, withoutTicket: 0, tickets: 0 };
  const filing = [...day.visits].filter((conversation) => day.filing.has(conversation)).length;
  return {
    messages: day.messages,
    visits: day.visits.size,
    withoutTicket: day.visits.size - filing,
    tickets: day.tickets,
  };
}
