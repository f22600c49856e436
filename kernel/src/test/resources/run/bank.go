package main

import (
	"errors"
	"fmt"
)

type account struct {
	id      int
	owner   string
	balance float64
	log     []entry
}

type entry struct {
	kind   string
	amount float64
}

var errFunds = errors.New("insufficient funds")

type limitError struct {
	limit, asked float64
}

func (l limitError) Error() string { return fmt.Sprintf("limit %.2f, asked %.2f", l.limit, l.asked) }

type bank struct {
	accounts map[int]*account
	next     int
}

func (b *bank) open(owner string) *account {
	if b.accounts == nil {
		b.accounts = make(map[int]*account)
	}
	b.next++
	a := &account{id: b.next, owner: owner}
	b.accounts[a.id] = a
	return a
}

func (a *account) deposit(x float64) error {
	if x <= 0 {
		return fmt.Errorf("account %d: bad amount %g", a.id, x)
	}
	a.balance += x
	a.log = append(a.log, entry{"deposit", x})
	return nil
}

func (a *account) withdraw(x float64) error {
	switch {
	case x > 1000:
		return limitError{1000, x}
	case x > a.balance:
		return errFunds
	}
	a.balance -= x
	a.log = append(a.log, entry{kind: "withdraw", amount: x})
	return nil
}

func (b *bank) transfer(from, to int, x float64) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("transfer failed: %w", err)
		}
	}()
	src, ok := b.accounts[from]
	if !ok {
		return fmt.Errorf("no account %d", from)
	}
	dst, ok := b.accounts[to]
	if !ok {
		return fmt.Errorf("no account %d", to)
	}
	if err = src.withdraw(x); err != nil {
		return
	}
	return dst.deposit(x)
}

func main() {
	var b bank
	al, bo := b.open("al"), b.open("bo")
	fmt.Println(al.deposit(100), bo.deposit(-5))
	fmt.Println(b.transfer(1, 2, 30.5))
	fmt.Println(b.transfer(1, 2, 300))
	fmt.Println(b.transfer(1, 2, 3000))
	fmt.Println(b.transfer(1, 7, 1))
	if e, ok := al.withdraw(5000).(limitError); ok {
		fmt.Println(e.limit, e)
	}
	fmt.Println(al.withdraw(500) == errFunds)
	for id := 1; id <= b.next; id++ {
		a := b.accounts[id]
		fmt.Printf("%d %-4s %8.2f %v\n", a.id, a.owner, a.balance, a.log)
	}
}
