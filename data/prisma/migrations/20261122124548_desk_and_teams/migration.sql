-- AlterTable
ALTER TABLE "Advisor" ADD COLUMN "digest" TEXT;
ALTER TABLE "Advisor" ADD COLUMN "lastDigestAt" DATETIME;

-- AlterTable
ALTER TABLE "AdvisorAbsence" ADD COLUMN "coverId" TEXT;

-- AlterTable
ALTER TABLE "AdvisorSession" ADD COLUMN "lastSeenAt" DATETIME;
ALTER TABLE "AdvisorSession" ADD COLUMN "method" TEXT;
ALTER TABLE "AdvisorSession" ADD COLUMN "userAgent" TEXT;

-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN "deadAt" DATETIME;
ALTER TABLE "Conversation" ADD COLUMN "deadReason" TEXT;
ALTER TABLE "Conversation" ADD COLUMN "heldById" TEXT;
ALTER TABLE "Conversation" ADD COLUMN "heldSince" DATETIME;
ALTER TABLE "Conversation" ADD COLUMN "scope" TEXT;
ALTER TABLE "Conversation" ADD COLUMN "welcomedAt" DATETIME;

-- AlterTable
ALTER TABLE "ConversationActivity" ADD COLUMN "channelId" TEXT;
ALTER TABLE "ConversationActivity" ADD COLUMN "sentAt" DATETIME;

-- AlterTable
ALTER TABLE "Ticket" ADD COLUMN "mergedIntoId" TEXT;

-- CreateTable
CREATE TABLE "TicketLink" (
    "fromId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "createdById" TEXT,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("fromId", "toId", "kind")
);

-- CreateTable
CREATE TABLE "SavedView" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "advisorId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "CannedReply" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "deskId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "category" TEXT,
    "version" INTEGER NOT NULL,
    "updatedById" TEXT,
    "updatedAt" DATETIME NOT NULL,
    "archivedAt" DATETIME
);

-- CreateTable
CREATE TABLE "RoutedMessage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "conversationId" TEXT NOT NULL,
    "activityId" TEXT NOT NULL,
    "deskId" TEXT NOT NULL,
    "personId" TEXT,
    "outcome" TEXT NOT NULL,
    "topicId" TEXT,
    "category" TEXT,
    "confidence" INTEGER,
    "locale" TEXT NOT NULL,
    "text" TEXT,
    "review" TEXT,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "PhraseProposal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "deskId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "topicId" TEXT NOT NULL,
    "formerTopicId" TEXT,
    "sourceKind" TEXT NOT NULL,
    "sourceId" TEXT,
    "proposedById" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    "evaluation" JSONB,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "position" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "deskId" TEXT,
    "entityKind" TEXT NOT NULL,
    "entityId" TEXT,
    "detail" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "Setting" (
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "updatedById" TEXT,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("scope", "key")
);

-- CreateTable
CREATE TABLE "DeskClosure" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "deskId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "open" BOOLEAN NOT NULL
);

-- CreateTable
CREATE TABLE "WebchatKey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "deskId" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "createdById" TEXT,
    "createdAt" DATETIME NOT NULL,
    "revokedAt" DATETIME
);

-- CreateTable
CREATE TABLE "TeamsAccount" (
    "tenantId" TEXT NOT NULL,
    "objectId" TEXT NOT NULL,
    "personId" TEXT,
    "advisorId" TEXT,
    "linkedBy" TEXT NOT NULL,
    "linkedAt" DATETIME NOT NULL,

    PRIMARY KEY ("tenantId", "objectId")
);

-- CreateTable
CREATE TABLE "TeamsInvitation" (
    "codeHash" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME
);

-- CreateTable
CREATE TABLE "TeamsChannel" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "deskId" TEXT NOT NULL,
    "category" TEXT,
    "tenantId" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "reference" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "TicketCard" (
    "ticketId" TEXT NOT NULL,
    "teamsChannelId" TEXT NOT NULL,
    "activityId" TEXT,
    "conversationId" TEXT,
    "shownVersion" INTEGER NOT NULL,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("ticketId", "teamsChannelId")
);

-- CreateIndex
CREATE INDEX "TicketLink_toId_idx" ON "TicketLink"("toId");

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_advisorId_name_key" ON "SavedView"("advisorId", "name");

-- CreateIndex
CREATE INDEX "CannedReply_deskId_idx" ON "CannedReply"("deskId");

-- CreateIndex
CREATE INDEX "RoutedMessage_deskId_at_idx" ON "RoutedMessage"("deskId", "at");

-- CreateIndex
CREATE INDEX "RoutedMessage_deskId_review_at_idx" ON "RoutedMessage"("deskId", "review", "at");

-- CreateIndex
CREATE UNIQUE INDEX "RoutedMessage_conversationId_activityId_key" ON "RoutedMessage"("conversationId", "activityId");

-- CreateIndex
CREATE INDEX "PhraseProposal_deskId_status_createdAt_idx" ON "PhraseProposal"("deskId", "status", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_id_key" ON "AuditEntry"("id");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE INDEX "AuditEntry_deskId_at_idx" ON "AuditEntry"("deskId", "at");

-- CreateIndex
CREATE INDEX "AuditEntry_entityKind_entityId_idx" ON "AuditEntry"("entityKind", "entityId");

-- CreateIndex
CREATE UNIQUE INDEX "DeskClosure_deskId_day_key" ON "DeskClosure"("deskId", "day");

-- CreateIndex
CREATE INDEX "WebchatKey_deskId_idx" ON "WebchatKey"("deskId");

-- CreateIndex
CREATE INDEX "TeamsAccount_personId_idx" ON "TeamsAccount"("personId");

-- CreateIndex
CREATE INDEX "TeamsAccount_advisorId_idx" ON "TeamsAccount"("advisorId");

-- CreateIndex
CREATE INDEX "TeamsInvitation_personId_idx" ON "TeamsInvitation"("personId");

-- CreateIndex
CREATE INDEX "TeamsChannel_deskId_idx" ON "TeamsChannel"("deskId");

-- CreateIndex
CREATE UNIQUE INDEX "TeamsChannel_channelId_key" ON "TeamsChannel"("channelId");

-- CreateIndex
CREATE INDEX "Ticket_mergedIntoId_idx" ON "Ticket"("mergedIntoId");
