-- AlterTable
ALTER TABLE "ConversationActivity" ADD COLUMN "attempts" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "ConversationActivity" ADD COLUMN "delivery" TEXT;
ALTER TABLE "ConversationActivity" ADD COLUMN "deliveryFault" TEXT;

-- CreateIndex
CREATE INDEX "ConversationActivity_delivery_conversationId_idx" ON "ConversationActivity"("delivery", "conversationId");
