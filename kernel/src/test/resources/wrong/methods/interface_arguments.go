package main

type Speaker interface{ Speak() string }
type Dog struct{}
type Cat struct{}
type Fish struct{}

func (Dog) Speak() string     { return "woof" }
func (*Cat) Speak() string    { return "meow" }
func (Fish) Speak(loud bool)  {}

func talk(s Speaker)          {}
func all(s ...Speaker)        {}
func get() Speaker            { return Cat{} }
func get2() (Speaker, error)  { return Fish{}, nil }

func main() {
	talk(Dog{})
	talk(Cat{})
	talk(Fish{})
	talk(&Cat{})
	talk(&Fish{})
	talk(1)
	talk(nil)
	all(Dog{}, Cat{})
	all([]Dog{{}}...)
	m := map[string]Speaker{"c": Cat{}}
	_ = m
}
