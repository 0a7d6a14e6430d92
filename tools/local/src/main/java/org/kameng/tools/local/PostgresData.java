package org.kameng.tools.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The first making of PostgreSQL's data directory. */
record PostgresData(Home home) {

    // Built beside its place and renamed: a first start that was cut off leaves no half-made data directory.
    void make(Path binaries, Path data, String password) {
        Path draft = home.dataRoot().resolve(LocalPostgres.PART + ".new");
        Path passwordFile = home.run().resolve("postgres.word");
        Home.delete(draft);
        PropertyFiles.writeText(passwordFile, password);
        try {
            Files.createDirectory(draft);
            Tools.handOver(draft);
            Tools.handOver(passwordFile);
            initialise(binaries, draft, passwordFile);
            Files.move(draft, data);
        } catch (IOException e) {
            throw new LocalException("PostgreSQL could not make its data directory: " + e.getMessage(), e);
        } finally {
            Home.delete(passwordFile);
        }
    }

    private void initialise(Path binaries, Path draft, Path passwordFile) throws IOException {
        List<String> options = List.of(
                "-U",
                "postgres",
                "-A",
                "scram-sha-256",
                "--pwfile=" + passwordFile,
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        List<String> command = Tools.concat(
                Tools.unprivileged(), List.of(binaries.resolve("initdb").toString(), "-D", draft.toString()));
        Path log = home.log(LocalPostgres.PART);
        Process process = new ProcessBuilder(Tools.concat(command, options))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new LocalException("PostgreSQL could not make its data directory, see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("Interrupted while PostgreSQL made its data directory", e);
        }
    }
}
