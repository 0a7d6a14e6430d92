package org.kameng.domain.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * The first administrators, who have nobody to confirm them: the owner of the machine names them in a file of lines
 * {@code login=one-time code}. Also the way back when all but one have left.
 */
@Component
class FirstAdministrators implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrators.class);
    private static final Actor SYSTEM = Actor.system("first-administrators");
    private static final int SHORTEST_CODE = 20;

    private final @Nullable Path file;
    private final StaffMaking making;
    private final People people;
    private final Accounts accounts;

    FirstAdministrators(
            @Value("${kameng.first-admins.file:#{null}}") @Nullable Path file,
            StaffMaking making,
            People people,
            Accounts accounts) {
        this.file = file;
        this.making = making;
        this.people = people;
        this.accounts = accounts;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (file != null) letIn(file);
        if (accounts.countAdministrators() < 2)
            LOG.warn("fewer than two administrators can log in: nobody can confirm what the other proposes");
    }

    void letIn(Path lines) throws IOException {
        var codes = new Properties();
        try (var in = Files.newBufferedReader(lines)) {
            codes.load(in);
        }
        for (var login : codes.stringPropertyNames()) {
            var code = codes.getProperty(login).strip();
            if (code.length() < SHORTEST_CODE)
                throw new IllegalStateException("the one-time code of a first administrator needs 20 characters");
            if (people.byLogin(login).isEmpty()) make(login, code);
        }
    }

    /** Another instance may start at the same moment. */
    private void make(String login, String code) {
        try {
            making.firstAdministrator(SYSTEM, login, code);
        } catch (DomainException refusal) {
            if (refusal.code() != ErrorCode.LOGIN_TAKEN) throw refusal;
        }
    }
}
