package org.kameng.ui.account;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an open page tells the server, read to see who speaks and handed on unchanged. */
final class PageMessage extends HttpServletRequestWrapper {
    private static final JsonMapper JSON = new JsonMapper();
    /** A list that the server drew anew thanks for its rows and asks for those in sight. */
    private static final Set<String> OF_LISTS = Set.of("confirmUpdate", "setViewportRange");

    private final byte[] body;

    PageMessage(HttpServletRequest request) throws IOException {
        super(request);
        body = request.getInputStream().readAllBytes();
    }

    /** True where the page talks by itself; what cannot be read is taken for a person's. */
    boolean isOfPageAlone() {
        try {
            var said = JSON.readTree(body).path("rpc");
            return said.isArray() && said.valueStream().allMatch(PageMessage::ofPage);
        } catch (JacksonException unreadable) {
            return false;
        }
    }

    private static boolean ofPage(JsonNode call) {
        return switch (call.path("type").asString("")) {
            case "channel" -> true; // the answer to a script of the server
            case "publishedEventHandler" ->
                OF_LISTS.contains(call.path("templateEventMethodName").asString(""));
            default -> false;
        };
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8));
    }

    @Override
    public ServletInputStream getInputStream() {
        var left = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return left.read();
            }

            @Override
            public boolean isFinished() {
                return left.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("the message has been read");
            }
        };
    }
}
