package org.kameng.tools.simulators.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;

/**
 * An HTTP/1.1 server on loopback. Tomcat, because it sends header names as written: the official payment SDK looks its
 * headers up case by case, and the JDK's own server rewrites them.
 */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(HttpServer.class.getName());
    private static final int LARGEST_BODY = 1 << 20;

    private final Tomcat tomcat = new Tomcat();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");

    /** Starts serving. Port 0 takes a free one. */
    public HttpServer(int port, Router router) throws IOException {
        Path base = Files.createTempDirectory("simulator-http");
        tomcat.setBaseDir(base.toString());
        tomcat.setSilent(true);
        connector.setPort(port);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("maxKeepAliveRequests", "-1");
        connector.setProperty("relaxedPathChars", "|");
        connector.getProtocolHandler().setExecutor(threads);
        connector.setThrowOnFailure(true);
        tomcat.setConnector(connector);
        var context = (StandardContext) tomcat.addContext("", base.toString());
        context.setClearReferencesRmiTargets(false);
        context.setClearReferencesThreadLocals(false);
        Tomcat.addServlet(context, "router", new Door(router)).setLoadOnStartup(1);
        context.addServletMappingDecoded("/", "router");
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            close();
            throw new IOException("port " + port + " cannot be opened", e);
        }
    }

    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            LOG.log(Level.FINE, "stopping", e);
        }
        threads.shutdownNow();
    }

    private static final class Door extends HttpServlet {
        private static final long serialVersionUID = 1;
        private final transient Router router;

        Door(Router router) {
            this.router = router;
        }

        @Override
        protected void service(HttpServletRequest in, HttpServletResponse out) throws IOException {
            Answer answer;
            try {
                answer = router.route(read(in));
            } catch (Refusal refusal) {
                answer = refusal.answer();
            } catch (Exception e) {
                LOG.log(Level.WARNING, in.getMethod() + " " + in.getRequestURI(), e);
                answer = Answer.json(500, Map.of("code", "SYSTEM_ERROR", "message", "系统异常，请用相同参数重新调用"));
            }
            write(answer, out);
        }

        private static Request read(HttpServletRequest in) throws IOException {
            var headers = new HashMap<String, String>();
            for (var name : Collections.list(in.getHeaderNames())) {
                headers.put(name.toLowerCase(Locale.ROOT), in.getHeader(name));
            }
            var body = in.getInputStream().readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                throw new Refusal(413, "PARAM_ERROR", "请求体过大");
            }
            return new Request(in.getMethod(), in.getRequestURI(), in.getQueryString(), headers, body, Map.of());
        }

        private static void write(Answer answer, HttpServletResponse out) throws IOException {
            out.setStatus(answer.status());
            answer.headers().forEach(out::setHeader);
            if (answer.cut()) {
                // More is promised than sent and the connection ends: the client sees the answer break off.
                out.setHeader("Connection", "close");
                out.setContentLength(answer.body().length + 100);
                out.flushBuffer();
                return;
            }
            if (answer.status() != 204) {
                out.setContentLength(answer.body().length);
                out.getOutputStream().write(answer.body());
            }
        }
    }
}
