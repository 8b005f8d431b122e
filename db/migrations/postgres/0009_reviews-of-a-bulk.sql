ALTER TABLE "reviews" DROP CONSTRAINT "reviews_bulk_id_bulk_reviews_id_fk";
