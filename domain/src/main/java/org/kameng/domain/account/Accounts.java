package org.kameng.domain.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kameng.domain.shared.AccountId;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

interface Accounts extends Repository<Account, AccountId> {
    Account saveAndFlush(Account account);

    Optional<Account> findById(AccountId id);

    Optional<Account> findByLogin(String login);

    @Query("select a from Account a where a.guest = false and a.phoneIndexVersion = :version and a.phoneIndex = :index")
    Optional<Account> findByPhone(@Param("version") int version, @Param("index") byte[] index);

    @Query("select a from Account a where a.guest = true and a.disabledAt is null and a.phoneIndexVersion = :version"
            + " and a.phoneIndex = :index order by a.createdAt desc limit :limit")
    List<Account> findGuests(@Param("version") int version, @Param("index") byte[] index, @Param("limit") int limit);

    /** Who has a phone, and that. */
    interface PhoneRow {
        AccountId getId();

        byte[] getSealed();
    }

    @Query("select a.id as id, a.phoneSealed as sealed from Account a where a.id.value in :ids"
            + " and a.phoneSealed is not null limit :limit")
    List<PhoneRow> findPhones(@Param("ids") Collection<UUID> ids, @Param("limit") int limit);

    @Query("select a from Account a where a.login is not null order by a.login limit :limit offset :offset")
    List<Account> findStaff(@Param("offset") int offset, @Param("limit") int limit);

    @Query(
            "select count(a) from Account a join a.roles r where r = org.kameng.domain.shared.Role.ADMIN and a.disabledAt is null")
    int countAdministrators();
}
