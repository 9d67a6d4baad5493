-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN "deskPending" BOOLEAN NOT NULL DEFAULT false;
