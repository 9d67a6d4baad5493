-- AlterTable
ALTER TABLE "Advisor" ADD COLUMN "openIdSubject" TEXT;
ALTER TABLE "Advisor" ADD COLUMN "passwordHash" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Advisor_openIdSubject_key" ON "Advisor"("openIdSubject");
