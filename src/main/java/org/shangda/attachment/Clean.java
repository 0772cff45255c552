package org.shangda.attachment;

/**
 * What is kept of an upload.
 *
 * @param digest of what was sent
 * @param thumbnail a JPEG of at most 320 by 320 pixels; null for a document
 */
record Clean(FileType type, String digest, byte[] content, byte[] thumbnail) {}
