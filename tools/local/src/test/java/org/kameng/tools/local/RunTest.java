package org.kameng.tools.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The supervisor as a process of its own, with PostgreSQL as its only part. */
class RunTest {
    @TempDir
    private Path folder;

    private Path data;
    private int offset;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void place() {
        data = folder.resolve("data");
        do {
            offset = ThreadLocalRandom.current().nextInt(2_000, 12_000);
        } while (Ports.isBusy(port()));
    }

    @AfterEach
    void leave_nothing() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
        Child.all(new Home(data)).forEach(Child::kill);
    }

    @Test
    void a_second_run_in_the_same_directory_is_refused_and_a_signal_ends_the_first() throws Exception {
        Process first = launch();
        awaitHealthy(first);
        Process second = launch();
        assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(said(second)).contains("already runs in").hasLineCount(1);

        first.destroy();
        assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Child.all(new Home(data))).isEmpty();
        assertThat(Ports.isBusy(port())).isFalse();
    }

    @Test
    void stop_ends_a_run_wherever_its_directory_is() throws Exception {
        Process run = launch();
        awaitHealthy(run);
        Process stop = main("stop");
        assertThat(stop.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said(stop)).contains("Stopped what ran in " + data);
        assertThat(run.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(Ports.isBusy(port())).isFalse();
    }

    @Test
    void the_next_run_ends_what_a_killed_supervisor_left_and_keeps_the_data() throws Exception {
        Process killed = launch();
        awaitHealthy(killed);
        long orphan =
                Child.find(new Home(data), LocalPostgres.PART).orElseThrow().pid();
        killed.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan)).isPresent();

        Process next = launch();
        awaitHealthy(next);
        assertThat(said(next)).contains("Ended 1 process");
        assertThat(Child.find(new Home(data), LocalPostgres.PART).orElseThrow().pid())
                .isNotEqualTo(orphan);
        assertThat(new LocalPostgres(new Home(data), port()).createDatabase("after"))
                .startsWith("after_");
    }

    @Test
    void a_part_that_dies_is_started_again_and_the_supervisor_says_so() throws Exception {
        Process run = launch();
        awaitHealthy(run);
        Child.find(new Home(data), LocalPostgres.PART).orElseThrow().handle().destroyForcibly();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(said(run))
                        .contains("PostgreSQL ended unexpectedly; starting it again (1 of 3)")
                        .containsSubsequence("is ready after", "Healthy", "is ready after"));
    }

    @Test
    void a_part_that_keeps_dying_is_started_again_three_times_and_then_everything_ends_and_says_why() throws Exception {
        Process run = launch();
        awaitHealthy(run);
        for (int death = 1; death <= 4; death++) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> Child.find(new Home(data), LocalPostgres.PART)
                            .map(child -> child.handle().destroyForcibly())
                            .orElse(false));
            String said = death <= 3 ? "starting it again (" + death + " of 3)" : "ended again after 3 restarts";
            int times = death + 1;
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(said(run)).contains(said));
            if (death <= 3) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> said(run).split("is ready after", -1).length - 1 == times);
            }
        }
        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isEqualTo(1);
        assertThat(said(run)).contains("PostgreSQL ended again after 3 restarts; stopping everything, see ");
        assertThat(Child.all(new Home(data))).isEmpty();
        assertThat(Ports.isBusy(port())).isFalse();
    }

    @Test
    void a_busy_port_is_one_clear_line_and_nothing_runs() throws Exception {
        try (ServerSocket stranger = new ServerSocket()) {
            stranger.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
            Process run = launch();
            assertThat(run.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(run.exitValue()).isEqualTo(1);
            assertThat(said(run))
                    .hasLineCount(1)
                    .contains("Port " + port() + " (PostgreSQL) is in use by another program");
            assertThat(Child.all(new Home(data))).isEmpty();
        }
    }

    @Test
    void too_little_disk_is_one_clear_line_and_nothing_runs() throws Exception {
        Process run = java("-Dkameng.needed.megabytes=999999999", arguments());
        assertThat(run.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isEqualTo(1);
        assertThat(said(run)).hasLineCount(1).contains("Too little disk space");
        assertThat(Child.all(new Home(data))).isEmpty();
    }

    private int port() {
        return Ports.usual(offset).of(Ports.Service.POSTGRES);
    }

    private List<String> arguments() {
        return List.of("run", "--only", "postgres", "--data", data.toString(), "--ports", Integer.toString(offset));
    }

    private Process launch() throws IOException {
        return main(arguments().toArray(String[]::new));
    }

    private Process main(String... arguments) throws IOException {
        return java("-Xmx64m", List.of(arguments));
    }

    private Process java(String option, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                option,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // A checkout of its own, so that stop does not end what a person runs in this one.
        builder.environment().put("KAMENG_ROOT", folder.toString());
        Path words = Files.createTempFile(folder, "said", ".txt");
        Process process = builder.redirectOutput(words.toFile()).start();
        started.add(process);
        Files.move(words, words(process));
        return process;
    }

    private Path words(Process process) {
        return folder.resolve("said-by-" + process.pid());
    }

    private String said(Process process) throws IOException {
        return Files.readString(words(process));
    }

    private void awaitHealthy(Process process) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(said(process)).contains("Healthy after"));
    }
}
