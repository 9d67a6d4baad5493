-- AlterTable
ALTER TABLE "Attachment" ADD COLUMN "uploadedById" TEXT;
