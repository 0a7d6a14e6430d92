package org.kameng.workers.supplier;

import java.net.http.HttpHeaders;

/** What came back over the line. */
sealed interface Heard {
    /** An answer, whatever it says and whoever wrote it. May hold card text: never printed. */
    record Answered(int status, HttpHeaders headers, byte[] body) implements Heard {
        /** A header's value, empty if there is none. */
        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        @Override
        public String toString() {
            return "Answered[" + status + "]";
        }
    }

    /** Nothing that could be read. */
    record Silence(String code) implements Heard {}
}
