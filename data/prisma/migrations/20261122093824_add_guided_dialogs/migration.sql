-- AlterTable
ALTER TABLE "Appointment" ADD COLUMN "meetingUrl" TEXT;

-- AlterTable
ALTER TABLE "Coupon" ADD COLUMN "rejectedAt" DATETIME;
ALTER TABLE "Coupon" ADD COLUMN "rejectedById" TEXT;
ALTER TABLE "Coupon" ADD COLUMN "rejectedReason" TEXT;

-- AlterTable
ALTER TABLE "LessonReport" ADD COLUMN "doneAt" DATETIME;

-- CreateTable
CREATE TABLE "SlotHold" (
    "slotKey" TEXT NOT NULL PRIMARY KEY,
    "advisorId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ScheduledNotice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "dedupeKey" TEXT NOT NULL,
    "personId" TEXT,
    "conversationId" TEXT,
    "kind" TEXT NOT NULL,
    "notice" JSONB NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "status" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "NoticeRefusal" (
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "refusedAt" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "kind")
);

-- CreateIndex
CREATE INDEX "SlotHold_advisorId_startsAt_idx" ON "SlotHold"("advisorId", "startsAt");

-- CreateIndex
CREATE INDEX "SlotHold_personId_idx" ON "SlotHold"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "ScheduledNotice_dedupeKey_key" ON "ScheduledNotice"("dedupeKey");

-- CreateIndex
CREATE INDEX "ScheduledNotice_status_dueAt_idx" ON "ScheduledNotice"("status", "dueAt");
