package main

type Address struct{ Street string }
type Person struct {
	Name string
	Age  int
	Addr *Address
}

func main() {
	p := Person{"Ann", "30", nil}
	q := Person{Name: "Bob", Age: 1.5}
	p.Name = 5
	p.age = 3
	p.Addr.City = "x"
	p.Addr = Address{}
	p.Street = "x"
	p[0] = 1
	p.Name.Len()
	if p == nil {
	}
	if p == q {
	}
	if p < q {
	}
	p = "Ann"
	p = &q
	var r Person = nil
	_ = Person
	_ = Person.Name
	_ = p.Age + p.Name
	_, _ = q, r
}
