package org.kameng.domain.account;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.crypto.BlindIndex;
import org.kameng.domain.shared.crypto.FieldCipher;
import org.springframework.stereotype.Component;

/** Finds accounts by what people type, and knows how phones lie at rest. */
@Component
class People {
    private static final Pattern STAFF_LOGIN = Pattern.compile("[a-z0-9][a-z0-9.-]{2,39}");
    private static final String PHONE = "phone";
    /** Those of the last owners are among the newest. */
    private static final int MOST_GUESTS = 20;

    private final Accounts accounts;
    private final FieldCipher cipher;
    private final BlindIndex index;

    People(Accounts accounts, FieldCipher cipher, BlindIndex index) {
        this.accounts = accounts;
        this.cipher = cipher;
        this.index = index;
    }

    static boolean isStaffLogin(String text) {
        return STAFF_LOGIN.matcher(text).matches();
    }

    static String normalised(String typed) {
        return Phone.find(typed)
                .map(Phone::digits)
                .orElseGet(() -> typed.strip().toLowerCase(Locale.ROOT));
    }

    Optional<Account> byLogin(String typed) {
        var phone = Phone.find(typed);
        if (phone.isPresent()) return byPhone(phone.get());
        var login = normalised(typed);
        return isStaffLogin(login) ? accounts.findByLogin(login) : Optional.empty();
    }

    Optional<Account> byPhone(Phone phone) {
        return index.candidates(PHONE, phone.digits()).entrySet().stream()
                .flatMap(candidate -> accounts.findByPhone(candidate.getKey(), candidate.getValue()).stream())
                .findFirst();
    }

    /** Guests of this phone that were not closed; the phone may have had several owners. */
    List<Account> guestsOf(Phone phone) {
        return index.candidates(PHONE, phone.digits()).entrySet().stream()
                .flatMap(candidate ->
                        accounts.findGuests(candidate.getKey(), candidate.getValue(), MOST_GUESTS).stream())
                .toList();
    }

    Account require(AccountId id) {
        return accounts.findById(id).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
    }

    byte[] indexOf(Phone phone) {
        return index.of(PHONE, phone.digits());
    }

    Account.SealedPhone seal(AccountId id, Phone phone) {
        return new Account.SealedPhone(cipher.encrypt(context(id), phone.digits()), indexOf(phone), index.version());
    }

    Optional<Phone> phoneOf(Account account) {
        return Optional.ofNullable(account.phoneSealed())
                .map(bytes -> new Phone(cipher.decrypt(context(account.id()), bytes)));
    }

    /** Of many at once, without their accounts; those without a phone are left out. */
    Map<AccountId, Phone> phonesOf(Collection<AccountId> ids) {
        var values = ids.stream().map(AccountId::value).toList();
        return values.isEmpty()
                ? Map.of()
                : accounts.findPhones(values, values.size()).stream()
                        .collect(Collectors.toMap(Accounts.PhoneRow::getId, this::phone));
    }

    private Phone phone(Accounts.PhoneRow row) {
        return new Phone(cipher.decrypt(context(row.getId()), row.getSealed()));
    }

    private static String context(AccountId id) {
        return "account|phone|" + id;
    }
}
