-- AlterTable
ALTER TABLE "TeamsChannel" ADD COLUMN "deadAt" DATETIME;
ALTER TABLE "TeamsChannel" ADD COLUMN "deadReason" TEXT;
ALTER TABLE "TeamsChannel" ADD COLUMN "linkedById" TEXT;
ALTER TABLE "TeamsChannel" ADD COLUMN "locale" TEXT NOT NULL DEFAULT 'fr';

-- AlterTable
ALTER TABLE "TicketCard" ADD COLUMN "toldPosition" INTEGER NOT NULL DEFAULT 0;
