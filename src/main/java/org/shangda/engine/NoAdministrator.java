package org.shangda.engine;

/** The system does not start, because nobody could administer it. */
class NoAdministrator extends RuntimeException {

    NoAdministrator(String message) {
        super(message);
    }
}
