package org.kameng.workers.notice;

/** A plain mail to one person. Personal: never log it. */
record Mail(String to, String subject, String text) {
    @Override
    public String toString() {
        return "Mail[]";
    }
}
