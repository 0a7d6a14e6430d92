package org.kameng.tools.cptengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class HttpTest {
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void an_answer_that_is_missing_says_so() throws Exception {
        assertRefused(send("POST", "/v2/jobs/search", "{}"), 501, "jobs");
        assertRefused(send("DELETE", "/v2/tenants/x", ""), 501, "DELETE /v2/tenants/x");
    }

    @Test
    void malformed_requests_are_refused() throws Exception {
        assertRefused(send("POST", "/v2/user-tasks/search", "{"), 400, "JSON");
        assertRefused(send("POST", "/v2/user-tasks/abc/completion", ""), 400, "'abc' is not a key");
        assertRefused(send("POST", "/v2/user-tasks/1/assignment", "{}"), 400, "assignee");
        assertRefused(send("POST", "/v2/messages/correlation", "{}"), 400, "messageName");
        assertRefused(send("GET", "/v2/process-definitions/1/xml", ""), 404, "1");
    }

    private static void assertRefused(HttpResponse<String> response, int status, String detail) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains(detail);
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(CptEngine.restAddress().resolve(path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
