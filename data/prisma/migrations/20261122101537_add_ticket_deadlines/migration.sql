-- AlterTable
ALTER TABLE "Ticket" ADD COLUMN "dueAt" DATETIME;
ALTER TABLE "Ticket" ADD COLUMN "firstRepliedAt" DATETIME;
ALTER TABLE "Ticket" ADD COLUMN "firstReplyDueAt" DATETIME;
ALTER TABLE "Ticket" ADD COLUMN "firstReplyWarnAt" DATETIME;
ALTER TABLE "Ticket" ADD COLUMN "resolutionDueAt" DATETIME;
ALTER TABLE "Ticket" ADD COLUMN "resolutionWarnAt" DATETIME;
ALTER TABLE "Ticket" ADD COLUMN "slaNextAt" DATETIME;

-- CreateIndex
CREATE INDEX "Ticket_deskId_dueAt_idx" ON "Ticket"("deskId", "dueAt");

-- CreateIndex
CREATE INDEX "Ticket_slaNextAt_idx" ON "Ticket"("slaNextAt");

-- Tickets from before: who was replied to when is in their messages; the watch of the clocks (data/sla/service.ts) reckons the rest.
UPDATE "Ticket" SET "firstRepliedAt" = (
    SELECT MIN("TicketMessage"."at") FROM "TicketMessage"
    WHERE "TicketMessage"."ticketId" = "Ticket"."id" AND "TicketMessage"."kind" = 'reply' AND "TicketMessage"."authorKind" = 'advisor'
);
UPDATE "Ticket" SET "slaNextAt" = "createdAt";
