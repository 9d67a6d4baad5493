import { randomUUID } from 'node:crypto';
import { DESK_IDS } from '../desks/types';
import { inTransaction, oneOf, toJson, type Database, type Transaction } from '../prisma/database';
import { Prisma } from '../prisma/generated/client';
import { redact } from '../redaction';
import { ok, refused, type Result } from '../result';
import {
  PROPOSAL_SOURCES,
  PROPOSAL_STATUSES,
  type DecisionFault,
  type PhraseProposal,
  type ProposalTrial,
  type TeachingService,
  type UnansweredMessage,
} from './types';

const LOCALES = ['fr', 'en'] as const;
const NOT_KNOWN = ['clarify', 'reject'] as const;

/** What advisors want the assistant to learn, and what it did not understand. */
export function createTeachingService(db: Database): TeachingService {
  return {
    propose: (command) => inTransaction(db, (tx) => propose(tx, command)),
    async find(id) {
      const row = await db.phraseProposal.findUnique({ where: { id } });
      return row && toProposal(row);
    },
    async proposals(deskIds, waiting, limit) {
      const rows = await db.phraseProposal.findMany({
        where: { deskId: { in: [...deskIds] }, status: waiting ? 'proposed' : { not: 'proposed' } },
        orderBy: waiting ? { createdAt: 'asc' } : { decidedAt: 'desc' },
        take: limit,
      });
      return rows.map(toProposal);
    },
    decide: (command) => inTransaction(db, (tx) => decide(tx, command)),
    reopen: (id) => inTransaction(db, (tx) => reopen(tx, id)),
    async unanswered(deskIds, limit) {
      const rows = await db.routedMessage.findMany({
        where: { deskId: { in: [...deskIds] }, review: 'open', text: { not: null } },
        orderBy: { at: 'desc' },
        take: limit,
      });
      return rows.map(toUnanswered);
    },
    async dismiss(deskIds, ids, back) {
      const { count } = await db.routedMessage.updateMany({
        where: {
          id: { in: [...ids] },
          deskId: { in: [...deskIds] },
          review: back ? 'dismissed' : 'open',
        },
        data: { review: back ? 'open' : 'dismissed' },
      });
      return count;
    },
  };
}

async function propose(
  tx: Transaction,
  command: Parameters<TeachingService['propose']>[0],
): Promise<PhraseProposal> {
  const { deskId, topicId, formerTopicId, source, advisorId, now } = command;
  const text = redact(command.text);
  if (source.kind === 'message' && source.id !== null) {
    await tx.routedMessage.updateMany({ where: { id: source.id, deskId }, data: { review: 'proposed' } });
  }
  const waiting = await tx.phraseProposal.findFirst({ where: { deskId, text, status: 'proposed' } });
  if (waiting) {
    return toProposal(await tx.phraseProposal.update({ where: { id: waiting.id }, data: { topicId } }));
  }
  const row = await tx.phraseProposal.create({
    data: {
      id: randomUUID(),
      deskId,
      text,
      topicId,
      formerTopicId,
      sourceKind: source.kind,
      sourceId: source.id,
      proposedById: advisorId,
      status: 'proposed',
      createdAt: now,
    },
  });
  return toProposal(row);
}

async function decide(
  tx: Transaction,
  command: Parameters<TeachingService['decide']>[0],
): Promise<Result<PhraseProposal, DecisionFault>> {
  const row = await tx.phraseProposal.findUnique({ where: { id: command.id } });
  if (!row) return refused({ code: 'not-found' });
  if (row.status !== 'proposed') return refused({ code: 'decided', current: toProposal(row) });
  const decided = await tx.phraseProposal.update({
    where: { id: row.id },
    data: {
      status: command.to,
      text: redact(command.text),
      topicId: command.topicId,
      decidedById: command.advisorId,
      decidedAt: command.now,
      ...(command.trial !== null && { evaluation: toJson(command.trial) }),
    },
  });
  return ok(toProposal(decided));
}

async function reopen(tx: Transaction, id: string): Promise<Result<PhraseProposal, DecisionFault>> {
  const row = await tx.phraseProposal.findUnique({ where: { id } });
  if (!row) return refused({ code: 'not-found' });
  const open = await tx.phraseProposal.update({
    where: { id },
    data: { status: 'proposed', decidedById: null, decidedAt: null, evaluation: Prisma.DbNull },
  });
  return ok(toProposal(open));
}

const toProposal = (row: Prisma.PhraseProposalModel): PhraseProposal => ({
  id: row.id,
  deskId: oneOf(DESK_IDS, row.deskId, 'PhraseProposal.deskId'),
  text: row.text,
  topicId: row.topicId,
  formerTopicId: row.formerTopicId,
  source: oneOf(PROPOSAL_SOURCES, row.sourceKind, 'PhraseProposal.sourceKind'),
  proposedById: row.proposedById,
  status: oneOf(PROPOSAL_STATUSES, row.status, 'PhraseProposal.status'),
  decidedById: row.decidedById,
  decidedAt: row.decidedAt,
  trial: row.evaluation as unknown as ProposalTrial | null,
  createdAt: row.createdAt,
});

const toUnanswered = (row: Prisma.RoutedMessageModel): UnansweredMessage => ({
  id: row.id,
  deskId: oneOf(DESK_IDS, row.deskId, 'RoutedMessage.deskId'),
  text: row.text ?? '',
  outcome: oneOf(NOT_KNOWN, row.outcome, 'RoutedMessage.outcome'),
  locale: oneOf(LOCALES, row.locale, 'RoutedMessage.locale'),
  at: row.at,
});
